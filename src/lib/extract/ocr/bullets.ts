/** What Tesseract takes the dot of a list for. */
const MISREAD = /^([oe¢«°©®*+¥])\s+(?=[\p{Lu}\p{N}(“"])/u
const LEAST = 2

/** Puts back the dots of lists; a lone letter at the beginning of one line is left alone. */
export function restoreBullets(text: string): string {
  const lines = text.split('\n')
  if (lines.filter((line) => MISREAD.test(line)).length < LEAST) return text
  return lines.map((line) => line.replace(MISREAD, '• ')).join('\n')
}
