import {expect} from 'chai'
import {plainWordText} from '#lib/extract/formats/doc/word-characters.js'
import {wordFile} from '../../../support/word-file.ts'
import {codeOf, readAs} from './support/read.ts'

/** A compound file that holds no more than the start of a Word text stream. */
function compoundFile(magic: number, flags: number): Buffer {
  const file = Buffer.alloc(2048)
  file.write('d0cf11e0a1b11ae1', 'hex')
  file.writeUInt16LE(9, 30)
  file.writeUInt32LE(0xfffffffe, 48)
  file.writeUInt16LE(magic, 512)
  file.writeUInt16LE(flags, 512 + 10)
  return file
}

describe('doc', () => {
  it('makes lines, tabs and links of control characters', () => {
    const field = '\x13 HYPERLINK "https://example.org/al" \x14my page\x15'
    expect(plainWordText(`Al\x0bNunes\r2020\x07Ropes\x07\n${field}\x01\x08 end\r`)).to.equal(
      'Al\nNunes\n2020\tRopes\nmy page (https://example.org/al) end',
    )
  })

  it('never shows the instruction of a field, nested or left open', () => {
    expect(plainWordText('a\x13 PAGE \x14\x13 REF x \x141\x15\x15b')).to.equal('a1b')
    expect(plainWordText('a\x13 HYPERLINK "https://example.org" \x14open')).to.equal('aopen')
    expect(plainWordText('a\x15b')).to.equal('ab')
  })

  it('reads a whole file, and ends one whose sectors go round in a circle', async () => {
    const file = wordFile(['Al Nunes', 'Sailmaker'])
    expect((await readAs('doc', file)).text).to.equal('Al Nunes\nSailmaker')
    const sectors = 512
    // The third sector of the text goes on in its first.
    file.writeUInt32LE(2, sectors + 4 * 4)
    expect(await codeOf(readAs('doc', file))).to.equal('CORRUPT')
  })

  it('ends encrypted, old and damaged files in their codes', async () => {
    expect(await codeOf(readAs('doc', compoundFile(0xa5ec, 0x0100)))).to.equal('ENCRYPTED')
    expect(await codeOf(readAs('doc', compoundFile(0xa5dc, 0)))).to.equal('UNSUPPORTED_FORMAT')
    expect(await codeOf(readAs('doc', compoundFile(0xa5ec, 0)))).to.equal('CORRUPT')
    expect(await codeOf(readAs('doc', Buffer.alloc(0)))).to.equal('CORRUPT')
  })
})
