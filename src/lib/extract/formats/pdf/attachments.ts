import type {PDFDocumentProxy} from 'pdfjs-dist/legacy/build/pdf.mjs'
import type {Attachment} from '../../../model/extraction.js'

/** What pdf.js tells of a file in a PDF. */
interface EmbeddedFile {
  filename?: string
  content?: Uint8Array
}

/**
 * Lists the files in a PDF: those of the whole document, then those pinned to its pages. Damaged ones are no reason to
 * refuse the text: they are left out.
 *
 * @param pages of how many pages to look at the pins
 */
export async function readAttachments(document: PDFDocumentProxy, pages: number): Promise<Attachment[]> {
  const files = await document.getAttachments().then(
    (found) => Object.values((found ?? {}) as Record<string, EmbeddedFile>),
    (): EmbeddedFile[] => [],
  )
  for (let number = 1; number <= pages; number++) files.push(...(await pinnedTo(document, number)))
  const listed = files.map(({filename = '', content}) => ({name: filename, bytes: content?.length ?? null}))
  return listed.filter(({name, bytes}, at) => {
    const isSame = (other: Attachment) => other.name === name && other.bytes === bytes
    return name !== '' && listed.findIndex(isSame) === at
  })
}

async function pinnedTo(document: PDFDocumentProxy, number: number): Promise<EmbeddedFile[]> {
  try {
    const page = await document.getPage(number)
    const annotations: {file?: EmbeddedFile}[] = await page.getAnnotations({intent: 'display'})
    return annotations.flatMap(({file}) => (file ? [file] : []))
  } catch {
    return []
  }
}
