import {AtsError} from '../../model/errors.js'
import type {FileType} from '../../model/extraction.js'
import {oleStreams} from './ole.js'
import {looksLikeText, textType} from './text-like.js'
import {zipMimetype, zipNames} from './zip.js'

/** Where the header of a PDF may stand at the latest (ISO 32000, implementation notes). */
const PDF_HEADER_WITHIN = 1024

const SIGNATURES: [type: FileType, bytes: string, at: number][] = [
  ['jpeg', '\xff\xd8\xff', 0],
  ['png', '\x89PNG\r\n\x1a\n', 0],
  ['tiff', 'II*\0', 0],
  ['tiff', 'MM\0*', 0],
  ['tiff', 'II+\0', 0],
  ['tiff', 'MM\0+', 0],
  ['webp', 'WEBP', 8],
  ['gif', 'GIF87a', 0],
  ['gif', 'GIF89a', 0],
  ['rtf', '{\\rtf', 0],
]

const REFUSED: [bytes: string, at: number, what: string, advice: string][] = [
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'].map((brand): [string, number, string, string] => [
    `ftyp${brand}`,
    4,
    'an HEIC photo',
    'Convert it to JPEG.',
  ]),
  ['ftypmif1', 4, 'an HEIF photo', 'Convert it to JPEG.'],
  ['ftypmsf1', 4, 'an HEIF photo', 'Convert it to JPEG.'],
  ['ftypavif', 4, 'an AVIF image', 'Convert it to JPEG.'],
  ['\x1f\x8b', 0, 'a gzip archive', 'Unpack it.'],
  ['7z\xbc\xaf', 0, 'a 7-Zip archive', 'Unpack it.'],
  ['Rar!', 0, 'a RAR archive', 'Unpack it.'],
  ['\x7fELF', 0, 'a program', 'Only documents and images are read.'],
  ['MZ', 0, 'a program', 'Only documents and images are read.'],
]

/** Of Apple's word processor, old and new, and of one with a password. */
const PAGES_PARTS = [
  'Index/',
  'Index.zip',
  'index.apxl',
  'index.xml',
  'buildVersionHistory.plist',
  '.iwph',
  '.iwpv2',
]

/**
 * Tells a file's type by its content; the name decides only between plain text and Markdown.
 *
 * @throws AtsError UNSUPPORTED_FORMAT, ENCRYPTED, CORRUPT, EMPTY_FILE
 */
export function detectFileType(bytes: Buffer, fileName: string): FileType {
  const signed = SIGNATURES.find(([, signature, at]) => has(bytes, signature, at))
  if (signed) return signed[0]
  if (has(bytes, 'PK\x03\x04', 0)) return zipType(bytes)
  if (has(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 0)) return oleType(bytes)
  if (bytes.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-')) return 'pdf'
  if (has(bytes, 'BM', 0) && isBitmap(bytes)) return 'bmp'
  if (isBlank(bytes)) throw new AtsError('EMPTY_FILE', 'The file holds nothing but blanks')
  const refused = REFUSED.find(([signature, at]) => has(bytes, signature, at))
  if (refused) throw unsupported(refused[2], refused[3])
  if (looksLikeText(bytes)) return textType(bytes, fileName)
  if (zipNames(bytes).some((name) => name.startsWith('word/'))) return 'docx'
  throw unsupported('of an unknown kind', 'Only documents, images and text are read.')
}

function has(bytes: Buffer, signature: string, at: number): boolean {
  return bytes.toString('latin1', at, at + signature.length) === signature
}

function zipType(bytes: Buffer): FileType {
  const mimetype = zipMimetype(bytes)
  if (/^application\/vnd\.oasis\.opendocument\.text(-template)?$/.test(mimetype.trim())) return 'odt'
  const names = zipNames(bytes)
  const holds = (prefix: string) => names.some((name) => name.startsWith(prefix))
  if (holds('word/')) return 'docx'
  if (holds('xl/')) throw unsupported('an Excel workbook', 'Export it as PDF.')
  if (holds('ppt/')) throw unsupported('a PowerPoint presentation', 'Export it as PDF.')
  if (PAGES_PARTS.some(holds)) throw unsupported('an Apple Pages document', 'Export it as PDF or DOCX.')
  if (mimetype !== '')
    throw unsupported(`a file of type ${mimetype.replace(/[^\w./+-]/g, '')}`, 'Export it as PDF.')
  if (holds('[Content_Types].xml') || holds('_rels/')) return 'docx'
  if (names.length === 0 || !bytes.includes('PK\x05\x06')) {
    throw new AtsError('CORRUPT', 'The file begins like a ZIP archive and is damaged')
  }
  throw unsupported('a ZIP archive', 'Unpack it and enqueue its folder.')
}

function oleType(bytes: Buffer): FileType {
  const streams = oleStreams(bytes)
  if (streams.includes('EncryptedPackage')) {
    throw new AtsError('ENCRYPTED', 'The file is protected by a password', {
      suggestions: ['Save it without a password.'],
    })
  }
  if (streams.includes('WordDocument')) return 'doc'
  if (streams.includes('Workbook') || streams.includes('Book'))
    throw unsupported('an Excel workbook', 'Export it as PDF.')
  if (streams.includes('PowerPoint Document'))
    throw unsupported('a PowerPoint presentation', 'Export it as PDF.')
  if (streams.some((name) => name.startsWith('__substg1.0')))
    throw unsupported('an Outlook message', 'Save its attachments.')
  if (streams.length === 0)
    throw new AtsError('CORRUPT', 'The file begins like an old Office document and is damaged')
  throw unsupported('an Office document other than Word', 'Export it as PDF.')
}

/** "BM" alone also begins words: the header must give its own size and a plausible length. */
function isBitmap(bytes: Buffer): boolean {
  return bytes.length > 26 && [12, 40, 52, 56, 64, 108, 124].includes(bytes.readUInt32LE(14))
}

function isBlank(bytes: Buffer): boolean {
  return !bytes.some((byte) => byte > 0x20)
}

function unsupported(what: string, advice: string): AtsError {
  return new AtsError('UNSUPPORTED_FORMAT', `The file is ${what}, which is not read. ${advice}`, {
    suggestions: [advice],
  })
}
