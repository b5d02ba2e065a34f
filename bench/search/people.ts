import {createHash} from 'node:crypto'
import Database from 'better-sqlite3'

const FIRST = [
  'Anna',
  'Ben',
  'Chloé',
  'Dmitri',
  'Eve',
  'Jürgen',
  'Łukasz',
  'Mei',
  'Priya',
  'Søren',
  'Zoë',
  'Omar',
]
const LAST = ['Nowak', 'Müller', 'Adler', 'Kjær', 'Raman', 'Whitcombe', 'Groß', 'Okafor', 'Silva', 'Tanaka']
const CITIES = [
  'Berlin',
  'Hamburg',
  'London',
  'Lisbon',
  'Warsaw',
  'Vienna',
  'Zürich',
  'Dublin',
  'Oslo',
  'Turin',
]
const SKILLS = [
  'Kubernetes',
  'PostgreSQL',
  'Java',
  'Python',
  'SQL',
  'Go',
  'Terraform',
  'React',
  'SAP',
  'Excel',
  'C++',
]
const TITLES = ['Platform engineer', 'Softwareentwickler', 'Data analyst', 'Projektleiter', 'Product manager']
const PHRASES = [
  'machine learning',
  'learning platforms',
  'customer support',
  'supply chain',
  'quality assurance',
]

/** Puts made-up people into a database, the same for the same number; the index is left to the library. */
export function fill(path: string, documents: number): void {
  const database = new Database(path)
  database.pragma('synchronous = OFF')
  const insert = database.prepare(`
    INSERT INTO documents (document_id, sha256, file_name, file_type, bytes, pages, ocr_pages, skipped_pages, language,
                           text, profile_json, pipeline_version, created_at, updated_at)
    VALUES (?, ?, ?, 'pdf', ?, 2, 0, 0, ?, ?, ?, 1, '2026-05-01T00:00:00.000', '2026-05-01T00:00:00.000')`)
  const random = mulberry32(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  database.transaction(() => {
    for (let i = 1; i <= documents; i += 1) {
      const name = `${pick(FIRST)} ${pick(LAST)}`
      const skills = SKILLS.filter(() => random() < 0.2)
      const words = Array.from({length: 450}, () => vocabulary(random)).join(' ')
      const rare = i % 10_007 === 0 ? 'zymurgy' : ''
      const text = `# ${name}\n${pick(TITLES)}, ${pick(CITIES)}\n${skills.join(', ')}\n${random() < 0.05 ? pick(PHRASES) : ''} ${rare}\n${words}`
      const resume = {basics: {name}, skills: skills.map((one) => ({name: one}))}
      const sha256 = createHash('sha256').update(String(i)).digest('hex')
      const language = i % 4 === 0 ? 'de' : 'en'
      insert.run(
        `bench-${i}`,
        sha256,
        `${i}.pdf`,
        text.length,
        language,
        text,
        JSON.stringify({resume, found: {}}),
      )
    }
    database
      .prepare("INSERT OR REPLACE INTO settings VALUES ('search_index_below', ?)")
      .run(String(documents + 1))
  })()
  database.close()
}

const ONSETS = ['b', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'st', 'tr', 'pl', 'sch']
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei', 'au']

/** Few words are common and many rare, as in a language (Zipf). */
function vocabulary(random: () => number): string {
  let rank = Math.floor(60_000 ** random())
  let word = ''
  do {
    word += `${ONSETS[rank % 16]}${VOWELS[Math.floor(rank / 16) % 7]}`
    rank = Math.floor(rank / 112)
  } while (rank > 0)
  return `${word}n`
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
