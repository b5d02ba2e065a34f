import {childElements, findAll, textOf, type XmlElement} from '../xml.js'
import {alternative} from './alternatives.js'

/** Something in a drawing that holds text. */
export type DrawingPart =
  /** A text box, with blocks like a story's. */
  | {kind: 'box'; content: XmlElement}
  /** A chart or diagram, which is a part of its own. */
  | {kind: 'embedded'; id: string}
  | {kind: 'words'; text: string}

/** What is drawn, in the file's order; nothing else in a drawing can be read. */
export function drawingParts(drawing: XmlElement): DrawingPart[] {
  return childElements(drawing).flatMap((child): DrawingPart[] => {
    switch (child.name) {
      case 'w:txbxContent':
        return [{kind: 'box', content: child}]
      case 'mc:AlternateContent':
        return drawingParts(alternative(child))
      case 'c:chart':
      case 'cx:chart':
        return embedded(child.attributes['r:id'])
      case 'dgm:relIds':
        return embedded(child.attributes['r:dm'])
      case 'a:p':
        return words([...findAll(child, 'a:t')].map(textOf).join(''))
      case 'v:textpath':
        return words(child.attributes.string)
    }
    return drawingParts(child)
  })
}

/** The links of a drawing's pictures and shapes: their relationships' ids, each once. */
export function hyperlinkIds(drawing: XmlElement): Set<string> {
  const links = [...findAll(drawing, 'a:hlinkClick')].map(({attributes}) => attributes['r:id'] ?? '')
  return new Set(links.filter((id) => id !== ''))
}

function embedded(id: string | undefined): DrawingPart[] {
  return id === undefined ? [] : [{kind: 'embedded', id}]
}

function words(text: string | undefined): DrawingPart[] {
  return text === undefined || text.trim() === '' ? [] : [{kind: 'words', text}]
}
