import {chinese} from './chinese.js'
import {dutch} from './dutch.js'
import {english} from './english.js'
import {french} from './french.js'
import {german} from './german.js'
import type {HeadingWords} from './heading-words.js'
import {italian} from './italian.js'
import {japanese} from './japanese.js'
import {portuguese} from './portuguese.js'
import {spanish} from './spanish.js'

/** By ISO 639-1. Where two name different sections by the same words, the earlier one decides. */
export const HEADING_WORDS: Readonly<Record<string, HeadingWords>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  nl: dutch,
  pt: portuguese,
  it: italian,
  zh: chinese,
  ja: japanese,
}
