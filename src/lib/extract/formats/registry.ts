import type {FileType} from '../../model/extraction.js'
import type {Format} from './format.js'

/** Every format that ats reads. To add one: its name in `model/extraction.ts`, how it is told from the others in
 * `detect.ts`, its reader in a file of its own, and a line here. */
const LOADERS: Record<FileType, () => Promise<Format>> = {
  pdf: async () => (await import('./pdf.js')).pdf,
  docx: async () => (await import('./docx.js')).docx,
  doc: async () => (await import('./doc.js')).doc,
  rtf: async () => (await import('./rtf.js')).rtf,
  odt: async () => (await import('./odt.js')).odt,
  txt: async () => (await import('./text.js')).txt,
  md: async () => (await import('./text.js')).md,
  html: async () => (await import('./html.js')).html,
  jpeg: async () => (await import('./image.js')).jpeg,
  png: async () => (await import('./image.js')).png,
  tiff: async () => (await import('./image.js')).tiff,
  webp: async () => (await import('./image.js')).webp,
  bmp: async () => (await import('./image.js')).bmp,
  gif: async () => (await import('./image.js')).gif,
}

export function loadFormat(type: FileType): Promise<Format> {
  return LOADERS[type]()
}
