import type {Profile} from '../profile.js'
import {contactsOf} from './contacts.js'
import {type FoundName, findName} from './find-name.js'
import {foldedWords} from './fold.js'
import {hash53} from './hash.js'
import {nameKey} from './name.js'
import {ownText} from './own-text.js'
import {bandsOf, sketchOf} from './sketch.js'

/** What tells whose CV a document is. */
export interface Identity {
  /** As the CV writes it, or null where none was found. */
  name: string | null
  /** The profile, or an address made of the name, bears it out. */
  nameIsSure: boolean
  /** See `contactsOf`. */
  contacts: readonly string[]
  /** Of the words in any order: equal where two formats hold the same text. */
  wordsHash: number
  words: number
  /** Some page was read by OCR, so that letters may be wrong. */
  ocr: boolean
  /** See `sketchOf`. */
  sketch: Uint16Array | undefined
}

/** Confidence of a profile's name, 0 to 1: a wrong one has less, on the corpus. */
const SURE_NAME = 0.6

/** Of a text, from its beginning; a CV of 20 pages has fewer. */
const MOST_CHARACTERS = 60_000

export interface Identifiable {
  text: string
  ocrPages: number
  profile: Profile | null
}

/** Takes a millisecond or so, whatever the text. */
export function identify({text: whole, ocrPages, profile}: Identifiable): Identity {
  const text = whole.slice(0, MOST_CHARACTERS)
  const resume = profile?.resume
  const contacts = contactsOf(text, resume)
  const found = nameOf(text, contacts, profile)
  const words = foldedWords(text)
  return {
    name: found?.name ?? null,
    nameIsSure: found?.sure ?? false,
    contacts,
    wordsHash: hash53(words.toSorted().join(' ')),
    words: words.length,
    ocr: ocrPages > 0,
    sketch: sketchOf(words),
  }
}

const identities = new WeakMap<Identifiable, Identity>()

/** `identify`, once for each reading: whoever is to store one does it before the write lock is taken. */
export function identityOf(reading: Identifiable): Identity {
  const known = identities.get(reading)
  if (known) return known
  const identity = identify(reading)
  identities.set(reading, identity)
  return identity
}

/** A profile that is not sure of its name gives way to one that an address bears out. */
function nameOf(text: string, contacts: readonly string[], profile: Profile | null): FoundName | null {
  const name = profile?.resume.basics?.name
  const confidence = profile?.found['/basics/name']?.confidence ?? 0
  if (name !== undefined && confidence >= SURE_NAME) return {name, sure: true}
  const found = findName(ownText(text), contacts)
  return found?.sure || name === undefined ? found : {name, sure: false}
}

/** Where documents of one person meet: about 20 keys of 53 bits. That they meet there proves nothing yet. */
export function keysOf({name, contacts, wordsHash, sketch}: Identity): number[] {
  const byName = name === null ? undefined : nameKey(name)
  const places = [
    ...contacts,
    ...(byName === undefined ? [] : [`name:${byName}`]),
    `words:${wordsHash}`,
    ...(sketch ? bandsOf(sketch) : []),
  ]
  return [...new Set(places.map(hash53))]
}
