import {promisify} from 'node:util'
import {crc32, deflateRawSync} from 'node:zlib'
import yauzl from 'yauzl'

/**
 * Writes a zip anew: entries sorted by name (`[Content_Types].xml` first, as Word has it), one date for all.
 * @param {Buffer} zip
 * @param {Date} date
 * @param {(name: string, content: Buffer) => Buffer | string} change
 * @returns {Promise<Buffer>}
 */
export async function rewriteZip(zip, date, change) {
  const entries = await readZip(zip)
  const names = [...entries.keys()].sort()
  return writeZip(
    names.map((name) => ({name, content: Buffer.from(change(name, entries.get(name)))})),
    date,
  )
}

/** @returns {Promise<Map<string, Buffer>>} contents by entry name */
export async function readZip(zip) {
  const file = await promisify(yauzl.fromBuffer)(zip, {lazyEntries: true})
  const entries = new Map()
  return new Promise((resolve, reject) => {
    file.on('error', reject).on('end', () => resolve(entries))
    file.on('entry', (entry) => {
      readEntry(file, entry).then((content) => {
        entries.set(entry.fileName, content)
        file.readEntry()
      }, reject)
    })
    file.readEntry()
  })
}

async function readEntry(file, entry) {
  const stream = await promisify(file.openReadStream.bind(file))(entry)
  const chunks = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function writeZip(entries, date) {
  const locals = []
  const central = []
  let offset = 0
  for (const {name, content} of entries) {
    const fileName = Buffer.from(name)
    const packed = deflateRawSync(content, {level: 9})
    const facts = entryFacts(fileName, content, packed, date)
    const local = Buffer.concat([signature(0x04034b50), facts, fileName, packed])
    central.push(signature(0x02014b50), u16(20), facts, Buffer.alloc(10), u32(offset), fileName)
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const counts = [u16(0), u16(0), u16(entries.length), u16(entries.length)]
  const end = [signature(0x06054b50), ...counts, u32(directory.length), u32(offset), u16(0)]
  return Buffer.concat([...locals, directory, ...end])
}

/** The fields that an entry's local header and the central directory share. */
function entryFacts(fileName, content, packed, date) {
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1)
  const day = ((date.getUTCFullYear() - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate()
  return Buffer.concat([
    ...[20, 0x0800, 8, time, day].map(u16),
    ...[crc32(content), packed.length, content.length].map(u32),
    ...[fileName.length, 0].map(u16),
  ])
}

function u16(value) {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function u32(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const signature = u32
