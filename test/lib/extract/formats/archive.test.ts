import {expect} from 'chai'
import {openArchive} from '#lib/extract/formats/archive.js'
import {salvageArchive} from '#lib/extract/formats/archive-salvage.js'
import {codeOf} from './support/read.ts'
import {zipOf} from './support/zip.ts'

const limits = {maxUnpackedBytes: 1024 * 1024}

describe('archive', () => {
  it('unpacks parts by name', async () => {
    const archive = await openArchive(zipOf({'a.xml': 'one', 'b/c.xml': 'two'}), limits)
    expect(archive.names).to.deep.equal(['a.xml', 'b/c.xml'])
    expect(String(await archive.read('b/c.xml'))).to.equal('two')
    expect(await archive.read('none')).to.equal(undefined)
  })

  it('refuses a bomb by its declared sizes before unpacking anything', async () => {
    const bomb = zipOf({a: Buffer.alloc(700_000), b: Buffer.alloc(700_000)})
    expect(await codeOf(openArchive(bomb, limits))).to.equal('TOO_LARGE')
  })

  it('does not believe sizes that lie', async () => {
    const archive = await openArchive(zipOf({a: Buffer.alloc(50_000_000)}, {declaredSize: 10}), limits)
    expect(await codeOf(archive.read('a'))).to.be.oneOf(['CORRUPT', 'TOO_LARGE'])
  })

  it('counts what all parts unpack to', async () => {
    const archive = await openArchive(zipOf({a: Buffer.alloc(600_000)}), limits)
    await archive.read('a')
    expect(await codeOf(archive.read('a'))).to.equal('TOO_LARGE')
  })

  it('ignores bytes before and after', async () => {
    const zip = zipOf({a: 'text'})
    const archive = await openArchive(
      Buffer.concat([Buffer.from('junk'), zip, Buffer.from('more junk')]),
      limits,
    )
    expect(String(await archive.read('a'))).to.equal('text')
  })

  it('takes hostile names for what they are, only names', async () => {
    const archive = await openArchive(zipOf({'../../etc/passwd': 'x', '/abs': 'y'}), limits)
    expect(archive.names).to.deep.equal(['../../etc/passwd', 'abs'])
  })

  it('tells encrypted and damaged archives apart', async () => {
    const archive = await openArchive(zipOf({a: 'text'}, {encrypted: true}), limits)
    expect(await codeOf(archive.read('a'))).to.equal('ENCRYPTED')
    const zip = zipOf({a: 'text'})
    expect(await codeOf(openArchive(zip.subarray(0, zip.length - 30), limits))).to.equal('CORRUPT')
    const flipped = Buffer.from(zip)
    flipped.writeUInt32LE(1, zip.length - 22 - 47 + 16)
    const other = await openArchive(flipped, limits)
    expect(await codeOf(other.read('a'))).to.equal('CORRUPT')
  })

  it('salvages a part twice for one price, and refuses what is beyond the limit', async () => {
    const whole = zipOf({a: Buffer.alloc(600_000), b: Buffer.alloc(600_000)})
    const archive = salvageArchive(whole, limits.maxUnpackedBytes)
    for (const _ of [1, 2]) expect(await archive?.read('a')).to.have.length(600_000)
    expect(await codeOf(archive?.read('b') as Promise<unknown>)).to.equal('TOO_LARGE')
  })

  it('salvages of a part whatever comes before the damage', async () => {
    const content = Array.from({length: 400}, (_, at) => `${at} ${(at * 7919) % 1009};`).join('')
    const bytes = zipOf({a: content})
    bytes.fill(0xff, 700, 708)
    const salvaged = String(await salvageArchive(bytes, 1_000_000)?.read('a'))
    const same = [...salvaged].findIndex((char, at) => char !== content[at])
    expect(same === -1 ? salvaged.length : same).to.be.greaterThan(content.length / 4)
  })
})
