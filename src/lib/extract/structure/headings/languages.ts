import {arabic} from './arabic.js'
import {chinese} from './chinese.js'
import {czech} from './czech.js'
import {danish} from './danish.js'
import {dutch} from './dutch.js'
import {english} from './english.js'
import {finnish} from './finnish.js'
import {french} from './french.js'
import {german} from './german.js'
import type {HeadingWords} from './heading-words.js'
import {hebrew} from './hebrew.js'
import {hungarian} from './hungarian.js'
import {italian} from './italian.js'
import {japanese} from './japanese.js'
import {korean} from './korean.js'
import {norwegian} from './norwegian.js'
import {polish} from './polish.js'
import {portuguese} from './portuguese.js'
import {romanian} from './romanian.js'
import {russian} from './russian.js'
import {spanish} from './spanish.js'
import {swedish} from './swedish.js'
import {turkish} from './turkish.js'

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
  pl: polish,
  cs: czech,
  sv: swedish,
  da: danish,
  no: norwegian,
  fi: finnish,
  tr: turkish,
  ko: korean,
  ru: russian,
  ro: romanian,
  hu: hungarian,
  ar: arabic,
  he: hebrew,
}
