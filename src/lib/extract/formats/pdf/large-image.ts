/** Bytes on either side of an image's type in which its dictionary is looked for. */
const DICTIONARY = 1000

/**
 * Whether a PDF has an image with more pixels than are drawn. pdf.js leaves such an image out without a word, and a
 * page that was nothing else then looks empty. The dictionaries of streams stand in plain bytes in every PDF
 * (ISO 32000-1, 7.5.7), so they can be looked for without parsing it.
 */
export function hasLargeImage(bytes: Buffer, maxPixels: number): boolean {
  for (let at = bytes.indexOf('/Image'); at >= 0; at = bytes.indexOf('/Image', at + 1)) {
    const around = bytes.toString('latin1', Math.max(0, at - DICTIONARY), at + DICTIONARY)
    const own = dictionaryAround(around, Math.min(at, DICTIONARY))
    if (numberOf(own, 'Width') * numberOf(own, 'Height') > maxPixels) return true
  }
  return false
}

function dictionaryAround(text: string, at: number): string {
  const start = text.lastIndexOf(' obj', at)
  const end = text.indexOf('stream', at)
  return text.slice(Math.max(0, start), end < 0 ? undefined : end)
}

function numberOf(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name}\\s+(\\d+)(?!\\s+\\d+\\s+R)`).exec(dictionary)?.[1] ?? 0)
}
