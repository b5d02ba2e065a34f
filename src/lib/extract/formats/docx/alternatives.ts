import {childElements, isElement, textOf, type XmlElement} from '../xml.js'

/** The same content is given for new and for old readers: the first branch with text counts. */
export function alternative(element: XmlElement): XmlElement {
  const branches = childElements(element)
  return branches.find(hasText) ?? branches[0] ?? element
}

function hasText(element: XmlElement): boolean {
  return element.children.some(
    (child) =>
      isElement(child) && ((/^(w|a):t$/.test(child.name) && textOf(child).trim() !== '') || hasText(child)),
  )
}
