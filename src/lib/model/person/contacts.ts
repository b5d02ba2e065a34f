import type {Resume} from '../profile.js'
import {fold} from './fold.js'
import {ownText} from './own-text.js'

/** The two sides of an `@`; looking for whole addresses would take minutes on a long line without one. */
const LOCAL_PART = /[\p{L}\p{N}][\p{L}\p{N}._%+-]*$/u
const DOMAIN = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u
const LONGEST_LOCAL_PART = 64
const LONGEST_DOMAIN = 255
const PHONE = /(?:\+ ?|\b00)?\(?\d(?:[ .()\u00a0/\u2010-\u2013-]{0,2}\d){6,17}/g
const PROFILE_LINK =
  /\b(?:(linkedin)\.com\/in|(xing)\.com\/profile|(github|gitlab)\.com)\/([\p{L}\p{N}_%.-]+)\/?(?![\p{L}\p{N}/_%-])/giu

/** Digits at a number's end that tell it from others, however its country and trunk prefix are written. */
const TELLING_DIGITS = 9
const FEWEST_DIGITS = 7
const MOST_OF_A_KIND = 4
/** What is shorter is a piece of an address that a line end cut; what is longer is no user of any network. */
const SHORTEST_USER = 3
const LONGEST_USER = 100

/**
 * A person's addresses, in the order of the text, each in one writing: `mail:anna@example.org`, `tel:123456789` (the
 * last nine digits), `linkedin:anna`, `github:anna`. Those of the profile come first.
 */
export function contactsOf(text: string, resume: Resume | undefined): string[] {
  const own = ownText(text)
  const {email = '', phone = '', profiles = []} = resume?.basics ?? {}
  const links = [...profiles.map(({url}) => url), own].join('\n')
  const kinds = [
    withOwn(mailContact(email), {own: mailContactsIn(own), all: () => mailContactsIn(text)}),
    withOwn(phoneContact(phone), {own: phoneContactsIn(own), all: () => phoneContactsIn(text)}),
    [...links.matchAll(PROFILE_LINK)].map(linkContact),
  ]
  return kinds.flatMap((contacts) => [...new Set(contacts)].filter(isContact).slice(0, MOST_OF_A_KIND))
}

export function isMail(contact: string): boolean {
  return contact.startsWith('mail:')
}

type Contacts = (string | undefined)[]

/** What the profile says comes first, unless it stands where others' addresses do and nowhere else. */
function withOwn(told: string | undefined, {own, all}: {own: Contacts; all: () => Contacts}): Contacts {
  const isOthers = told !== undefined && !own.includes(told) && all().includes(told)
  return isOthers ? own : [told, ...own]
}

function mailContactsIn(text: string): Contacts {
  return mailsIn(text).map(mailContact)
}

function phoneContactsIn(text: string): Contacts {
  return matches(text, PHONE).filter(isPhone).map(phoneContact)
}

function mailsIn(text: string): string[] {
  return [...text.matchAll(/@/g)].flatMap(({index}) => {
    const [local] = text.slice(Math.max(0, index - LONGEST_LOCAL_PART), index).match(LOCAL_PART) ?? []
    const [domain] = text.slice(index + 1, index + 1 + LONGEST_DOMAIN).match(DOMAIN) ?? []
    return local && domain ? [`${local}@${domain}`] : []
  })
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([match]) => match)
}

function mailContact(address: string): string | undefined {
  const [local, domain] = fold(address).split('@')
  return local && domain ? `mail:${local.replace(/\+.*/, '')}@${domain}` : undefined
}

/** Years, dates and sums have digits too: a number is taken for a phone's if it is written like one. */
function isPhone(number: string): boolean {
  const digits = number.replace(/\D/g, '')
  if (digits.length < FEWEST_DIGITS || digits.length > 15) return false
  if (/^(?:\+|00)/.test(number)) return true
  if (/\b(?:19|20)\d\d\s*[-\u2010-\u2013/.]\s*(?:(?:19|20)\d\d|\d\d?)\b/.test(number)) return false
  return /^\(?0\d|^\(?\d{3}\)?[ .\u00a0-]*\d{3}[ .\u00a0-]\d{4}$/.test(number)
}

function phoneContact(number: string): string | undefined {
  const digits = number.replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '')
  return digits.length < FEWEST_DIGITS ? undefined : `tel:${digits.slice(-TELLING_DIGITS)}`
}

function linkContact([, linkedin, xing, code, name]: RegExpMatchArray): string | undefined {
  const network = linkedin ?? xing ?? code
  if (!name || name.length > LONGEST_USER) return undefined
  const user = fold(name).replace(/\.+$/, '')
  return network && user.length >= SHORTEST_USER ? `${network.toLowerCase()}:${user}` : undefined
}

function isContact(contact: string | undefined): contact is string {
  return contact !== undefined
}
