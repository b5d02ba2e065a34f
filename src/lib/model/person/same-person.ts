import {isMail} from './contacts.js'
import {isWithinEdits} from './edit-distance.js'
import type {Identity} from './identity.js'
import {bearsName, compareNames} from './name.js'
import {resemblance} from './sketch.js'

/**
 * Least resemblance of two texts. `sameName`: nothing but the name and the text speaks. `noName`: a shared address, and
 * a name is missing. `guessedName`: a shared address, and both names are guesses. `otherMail`: something else is
 * shared, but both have e-mail addresses, and none in common. `ocr`: a shared address, and a letter of the name was read otherwise.
 */
const LEAST = {sameName: 0.5, noName: 0.5, guessedName: 0.3, otherMail: 0.3, ocr: 0.3}

/** Texts shorter than this many words are equal by chance. */
const FEWEST_EQUAL_WORDS = 20

/** A document's identity, and the person that it was given to. */
export interface Placed {
  identity: Identity
  personId: string
}

/**
 * The documents of the same person among those that were met, the best-proven first. Precision before recall
 * (docs/same-person.md): names that differ part whatever else is shared, and an address that people of different names
 * share is an agency's or a household's and proves nothing.
 */
export function kinOf<Met extends Placed>(identity: Identity, met: readonly Met[]): Met[] {
  const common = commonContacts([identity, ...met.map((one) => one.identity)])
  return met
    .map((one) => ({one, proof: proofOf(identity, one.identity, common)}))
    .filter(({proof}) => proof > 0)
    .sort((a, b) => b.proof - a.proof)
    .map(({one}) => one)
}

/** Whether nobody's name among these differs from another's. */
export function agree(one: readonly Identity[], other: readonly Identity[]): boolean {
  return one.every((a) => other.every((b) => !partNames(a, b)))
}

/** Addresses whose bearers have different names. A name that OCR read and nothing bears out may be no name at all. */
function commonContacts(identities: readonly Identity[]): Set<string> {
  const bearers = new Map<string, Identity[]>()
  const common = new Set<string>()
  for (const identity of identities.filter(({ocr, nameIsSure}) => nameIsSure || !ocr)) {
    for (const contact of identity.contacts) {
      const others = bearers.get(contact) ?? []
      if (others.some((other) => partNames(other, identity))) common.add(contact)
      bearers.set(contact, [...others, identity])
    }
  }
  return common
}

function partNames(one: Identity, other: Identity): boolean {
  return compareNames(one.name, other.name) === 'different'
}

/** 0: not known to be the same person. Otherwise more for more shared addresses, then for more shared text. */
function proofOf(one: Identity, other: Identity, common: ReadonlySet<string>): number {
  const shared = sharedContacts(one, other).filter((contact) => !common.has(contact))
  const alike = resemblance(one.sketch, other.sketch)
  const isSame = hasSameText(one, other) || isSamePerson(one, other, shared, alike)
  return isSame ? 1 + shared.length + alike : 0
}

function hasSameText(one: Identity, other: Identity): boolean {
  return one.words >= FEWEST_EQUAL_WORDS && one.words === other.words && one.wordsHash === other.wordsHash
}

function isSamePerson(one: Identity, other: Identity, shared: readonly string[], alike: number): boolean {
  const isShared = shared.length > 0
  const otherMail = haveOtherMail(one, other)
  const isOwn = !otherMail && shared.some((at) => bearsName(at, one.name) || bearsName(at, other.name))
  switch (compareNames(one.name, other.name)) {
    case 'same': {
      if (!isShared) return one.nameIsSure && other.nameIsSure && !otherMail && alike >= LEAST.sameName
      if (otherMail) return alike >= LEAST.otherMail
      return one.nameIsSure || other.nameIsSure || alike >= LEAST.guessedName
    }
    case 'close':
      return isOwn || (isShared && (one.ocr || other.ocr) && alike >= LEAST.ocr)
    case 'unknown':
      return isOwn || (isShared && alike >= LEAST.noName)
    case 'different':
      return false
  }
}

function sharedContacts(one: Identity, other: Identity): string[] {
  return one.contacts.filter((contact) => other.contacts.includes(contact))
}

/** Whether OCR may have made one of these addresses of another. No proof: gmail.com and email.com are a letter apart. */
function misreads(mail: string, contacts: readonly string[]): boolean {
  return contacts.some((contact) => isMail(contact) && mail.length >= 15 && isWithinEdits(mail, contact, 2))
}

function haveOtherMail(one: Identity, other: Identity): boolean {
  const [mails, others] = [one, other].map(({contacts}) => contacts.filter(isMail)) as [string[], string[]]
  if (mails.length === 0 || others.length === 0) return false
  return !mails.some((mail) => others.includes(mail) || ((one.ocr || other.ocr) && misreads(mail, others)))
}
