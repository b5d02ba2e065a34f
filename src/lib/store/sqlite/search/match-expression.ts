import {hasCjk, pairs, splitScripts} from '../../../model/search/cjk.js'
import {backwardsPart} from '../../../model/search/compounds.js'
import {BACKWARDS_MARK} from '../../../model/search/extra-terms.js'
import type {Facet, SearchQuery, TextField, Words} from '../../../model/search/query.js'
import {spellings} from '../../../model/search/spellings.js'
import {joinedWord, spokenSymbol} from '../../../model/search/symbols.js'
import {WORD} from '../../../model/search/words.js'

/** Before the words of the column `facets`; the view `documents_searchable` writes it too. */
const FACET_MARK = '\ue000'

/** A word that every document has: FTS5 knows no NOT without something on its left. */
const EVERY_DOCUMENT = quote(`${FACET_MARK}any`)

const COLUMNS: Record<TextField, string> = {
  name: 'name',
  headline: 'headline',
  skills: 'skills',
  titles: 'titles',
  employers: 'employers',
  file_name: 'file_name',
  text: 'text extra',
}

/** What FTS5 is asked with `MATCH`: whatever the query is, it has no syntax but ours in it. */
export function matchExpression(query: SearchQuery): string {
  return expression(query, {lenient: true})
}

/** `lenient`: parts of compounds count. What shall not be in a document is meant as it was typed. */
interface Mode {
  lenient: boolean
}

function expression(query: SearchQuery, mode: Mode): string {
  switch (query.kind) {
    case 'and':
      return conjunction(query.parts, mode)
    case 'or':
      return `(${query.parts.map((part) => expression(part, mode)).join(' OR ')})`
    case 'not':
      return conjunction([query], mode)
    case 'facet':
      return facetExpression(query)
    case 'words':
      return wordsExpression(mode.lenient ? query : {...query, quoted: true})
  }
}

function conjunction(parts: readonly SearchQuery[], mode: Mode): string {
  const wanted = parts.filter(({kind}) => kind !== 'not').map((part) => expression(part, mode))
  const unwanted = parts.flatMap((part) =>
    part.kind === 'not' ? [expression(part.part, {lenient: false})] : [],
  )
  const all = wanted.length > 0 ? wanted.join(' AND ') : EVERY_DOCUMENT
  if (unwanted.length === 0) return `(${all})`
  return `((${all}) NOT (${unwanted.join(' OR ')}))`
}

function facetExpression({facet, values}: Facet): string {
  return `(${values.map((value) => quote(`${FACET_MARK}${facet}${value}`)).join(' OR ')})`
}

function wordsExpression(words: Words): string {
  const forms = hasCjk(words.text) ? cjkForm(words) : wordForms(words).join(' OR ')
  return words.field === undefined ? `(${forms})` : `({${COLUMNS[words.field]}} : (${forms}))`
}

function wordForms({text, prefix, quoted}: Words): string[] {
  const symbol = spokenSymbol(text)
  if (symbol !== undefined && !prefix) return [quote(symbol)]
  const written = [text, ...respelled(text)].map((form) => quote(form) + (prefix ? ' *' : ''))
  if (quoted || prefix) return written
  const joined = joinedWord(text)
  const part = backwardsPart(text)
  return [
    ...written,
    ...(joined === undefined ? [] : [quote(joined)]),
    ...(part === undefined ? [] : [`${quote(BACKWARDS_MARK + part)} *`]),
  ]
}

/** The same words with all their letters written out, and with all their marks left off. */
function respelled(text: string): string[] {
  const variants = [0, -1].map((which) => text.replace(WORD, (word) => spellings(word).at(which) ?? word))
  return [...new Set(variants)].filter((variant) => variant !== text)
}

/** Characters that follow one another are pairs that do; what else is in the word stands anywhere. */
function cjkForm({text, prefix}: Words): string {
  const pieces = [...text.normalize('NFKC').matchAll(WORD)].flatMap(([word]) => splitScripts(word))
  return pieces
    .map(({cjk, text: piece}, i) => {
      if (cjk) return pairsForm(piece)
      return quote(piece) + (prefix && i === pieces.length - 1 ? ' *' : '')
    })
    .join(' AND ')
}

function pairsForm(run: string): string {
  const all = pairs(run)
  return all.length === 1 ? `${quote(run)} *` : quote(all.slice(0, -1).join(' '))
}

/** A string of FTS5. Control characters would end it, private-use ones are ours. */
function quote(text: string): string {
  return `"${text.replaceAll('"', ' ').replace(/\p{Cc}/gu, ' ')}"`
}
