import {analyse} from 'chardet'
import iconv from 'iconv-lite'

/** The encodings that text without a mark is met in. Of those that read equally well the first wins. */
const CANDIDATES =
  'windows-1252 windows-1251 koi8-r windows-1250 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 shift_jis euc-jp gb18030 big5 euc-kr iso-8859-2 iso-8859-5 koi8-u windows-874 cp866 cp850 cp852 macintosh'.split(
    ' ',
  )
/** What is called ISO-8859-n in the wild is the Windows code page that extends it. */
const SUPERSETS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-9': 'windows-1254',
}
/** How much a full point of chardet's confidence (0 to 100) weighs against one oddity per letter. */
const CONFIDENCE_WEIGHT = 1 / 200

/** What well-decoded text hardly has, with weights. */
const ODDITIES: readonly (readonly [RegExp, number])[] = [
  [/[\ufffd\u0080-\u009f\ue000-\uf8ff]/g, 3],
  [/\p{Ll}(?=\p{Lu}\p{L}*)(?![A-Z])/gu, 1],
  [/\p{Script=Latin}(?=[^\P{L}\p{Script=Latin}])|[^\P{L}\p{Script=Latin}](?=\p{Script=Latin})/gu, 1],
  [/(?<=\p{L})[¡-©¬-¶¸¹»-¿×÷‚„†‡ˆ‰‹›€ƒ˜™]|[¡-©¬-¶¸¹»-¿×÷‚„†‡ˆ‰‹›ƒ˜™](?=\p{L})/gu, 1],
  [/[\uff61-\uff9f]/g, 1],
  [/[\u2500-\u25a0]/g, 2],
  [/[þÞðÐýÝ]/g, 0.25],
]

/** The encoding in which the sample reads best: chardet's statistics, corrected by what they overlook in short texts. */
export function guessEncoding(sample: Buffer): string {
  const confidences = new Map<string, number>()
  for (const {name, confidence} of analyse(sample)) {
    const encoding = SUPERSETS[name.toLowerCase()] ?? name.toLowerCase()
    confidences.set(encoding, Math.max(confidence, confidences.get(encoding) ?? 0))
  }
  const scores = CANDIDATES.map((encoding) => ({
    encoding,
    score: oddity(iconv.decode(sample, encoding)) - (confidences.get(encoding) ?? 0) * CONFIDENCE_WEIGHT,
  }))
  return scores.reduce((best, next) => (next.score < best.score ? next : best)).encoding
}

/** Weighted oddities per character beyond ASCII. */
function oddity(text: string): number {
  const foreign = text.match(/[^\0-\u007f]/gu)?.length ?? 0
  const total = ODDITIES.reduce(
    (sum, [pattern, weight]) => sum + (text.match(pattern)?.length ?? 0) * weight,
    0,
  )
  return total / Math.max(1, foreign)
}
