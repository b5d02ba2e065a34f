import {type Identifiable, type Identity, identityOf, keysOf} from '../../model/person/identity.js'
import {recencyOf} from '../../model/person/recency.js'
import {agree, kinOf} from '../../model/person/same-person.js'
import type {Profile} from '../../model/profile.js'
import {fromStoredTime} from '../../model/time.js'
import type {Connection} from './connection.js'
import * as persons from './person-queries.js'

/** Documents looked at for each key: the newest of them. A key of more is an agency's address or a common name. */
const MET_PER_KEY = 32
/** Documents compared with a new one: those that share the most keys with it. */
const MOST_MET = 64
/** Documents of a person whose names a new one must agree with. */
const MOST_AGREEING = 32
/** A person of more documents is not taken apart when one goes: it would hold the lock for too long. */
const MOST_REGROUPED = 200

interface Met {
  docSeq: number
  personId: string
  identity: Identity
}

type Groupable = Identifiable & {metadata: Record<string, string>}

/**
 * Gives a document that was stored, or read anew, to its person. Costs the same however many documents there are. Only
 * within a write transaction.
 *
 * @param createdAt as it is stored
 */
export function placeDocument(
  connection: Connection,
  docSeq: number,
  document: Groupable,
  createdAt: string,
): void {
  takeOut(connection, [docSeq])
  const identity = identityOf(document)
  const recency = recencyOf(document, fromStoredTime(createdAt).toISOString())
  keepIdentity(connection, docSeq, identity, recency)
  join(connection, docSeq, identity)
}

/**
 * Takes documents out of their persons, which fall apart where nothing else held them together. To be called before
 * documents are deleted. Only within a write transaction.
 */
export function takeOut(connection: Connection, docSeqs: readonly number[]): void {
  const left = new Set<string>()
  for (const docSeq of docSeqs) {
    const personId = connection.get(persons.personOfDocument, {docSeq})?.person_id
    connection.run(persons.deleteIdentity, {docSeq})
    connection.run(persons.setPerson, {docSeq, personId: null})
    if (personId != null) left.add(personId)
  }
  for (const personId of left) regroup(connection, personId)
}

/** Gives up to `limit` documents that were stored by an older ats to their persons. @returns how many there were */
export function placeWaiting(connection: Connection, limit: number): number {
  const waiting = connection.all(persons.ungroupedDocuments, {limit})
  for (const row of waiting) {
    const document = {
      text: row.text,
      profile: row.profile_json === null ? null : (JSON.parse(row.profile_json) as Profile),
      metadata: JSON.parse(row.metadata_json) as Record<string, string>,
      ocrPages: row.ocr_pages,
    }
    placeDocument(connection, row.doc_seq, document, row.created_at)
  }
  return waiting.length
}

/** Groups the documents of a person as if they came once more, one after the other. */
function regroup(connection: Connection, personId: string): void {
  const members = connection.all(persons.membersOfPerson, {personId}).map(({doc_seq}) => doc_seq)
  if (members.length > MOST_REGROUPED) {
    nameAfterOldest(connection, personId)
    return
  }
  for (const docSeq of members) connection.run(persons.setPerson, {docSeq, personId: null})
  for (const docSeq of members) {
    const row = connection.get(persons.placedIdentity, {docSeq})
    if (row) join(connection, docSeq, toIdentity(row))
  }
}

function keepIdentity(connection: Connection, docSeq: number, identity: Identity, recency: string): void {
  const {sketch, ...facts} = identity
  connection.run(persons.insertIdentity, {
    docSeq,
    identity: JSON.stringify(facts),
    sketch: sketch ? new Uint8Array(sketch.buffer) : null,
    recency,
  })
  connection.run(persons.insertKeys, {docSeq, keys: JSON.stringify(keysOf(identity))})
}

function join(connection: Connection, docSeq: number, identity: Identity): void {
  const own = connection.get(persons.personOfDocument, {docSeq})?.document_id
  if (own === undefined) return
  const joined: string[] = []
  const group = [identity]
  for (const personId of kindred(connection, docSeq, identity)) {
    const members = membersOf(connection, personId)
    if (!agree(group, members)) continue
    joined.push(personId)
    group.push(...members)
  }
  connection.run(persons.setPerson, {docSeq, personId: own})
  for (const personId of joined) connection.run(persons.renamePerson, {from: personId, to: own})
  if (joined.length > 0) nameAfterOldest(connection, own)
}

/** The persons whose documents are proven to be of the same one, the best-proven first. */
function kindred(connection: Connection, docSeq: number, identity: Identity): Set<string> {
  return new Set(kinOf(identity, meet(connection, docSeq, identity)).map(({personId}) => personId))
}

function meet(connection: Connection, docSeq: number, identity: Identity): Met[] {
  const meetings = new Map<number, number>()
  for (const key of keysOf(identity)) {
    for (const {doc_seq} of connection.all(persons.documentsOfKey, {key, limit: MET_PER_KEY})) {
      meetings.set(doc_seq, (meetings.get(doc_seq) ?? 0) + 1)
    }
  }
  meetings.delete(docSeq)
  return [...meetings]
    .sort(([one, often], [other, oftener]) => oftener - often || one - other)
    .slice(0, MOST_MET)
    .flatMap(([met]) => {
      const row = connection.get(persons.placedIdentity, {docSeq: met})
      return row?.person_id == null ? [] : [{docSeq: met, personId: row.person_id, identity: toIdentity(row)}]
    })
}

function membersOf(connection: Connection, personId: string): Identity[] {
  return connection.all(persons.identitiesOfPerson, {personId, limit: MOST_AGREEING}).map(toIdentity)
}

function nameAfterOldest(connection: Connection, personId: string): void {
  const oldest = connection.get(persons.oldestOfPerson, {personId})
  if (!oldest || oldest.document_id === personId) return
  connection.run(persons.renamePerson, {from: personId, to: oldest.document_id})
}

/** A sketch is copied: its bytes may lie at an odd place of a larger buffer. */
function toIdentity({identity_json, sketch}: {identity_json: string; sketch: Uint8Array | null}): Identity {
  const facts = JSON.parse(identity_json) as Omit<Identity, 'sketch'>
  return {...facts, sketch: sketch ? new Uint16Array(new Uint8Array(sketch).buffer) : undefined}
}
