import type {FileType} from './extraction.js'

/** Does not compile when a type is missing. */
const NAMES: Record<FileType, true> = {
  pdf: true,
  docx: true,
  doc: true,
  rtf: true,
  odt: true,
  txt: true,
  md: true,
  html: true,
  jpeg: true,
  png: true,
  tiff: true,
  webp: true,
  bmp: true,
  gif: true,
}

/** The formats that ats reads. */
export const FILE_TYPES = Object.keys(NAMES) as FileType[]

/** What people call one type or several. */
const COMMON_NAMES: Record<string, readonly FileType[]> = {
  word: ['doc', 'docx'],
  jpg: ['jpeg'],
  tif: ['tiff'],
  htm: ['html'],
  text: ['txt'],
  image: ['jpeg', 'png', 'tiff', 'webp', 'bmp', 'gif'],
}

/** @returns undefined for what is no type */
export function typesNamed(name: string): readonly FileType[] | undefined {
  const lower = name.toLowerCase()
  if (Object.hasOwn(COMMON_NAMES, lower)) return COMMON_NAMES[lower]
  return Object.hasOwn(NAMES, lower) ? [lower as FileType] : undefined
}
