import {expect} from 'chai'
import {detectFileType} from '#lib/extract/detect/detect.js'
import {AtsError} from '#lib/model/errors.js'
import {oleFile} from '../../../support/ole-file.ts'
import {zipOf} from '../formats/support/zip.ts'

describe('detectFileType', () => {
  const verdict = (bytes: Buffer | string, name = 'cv') => {
    try {
      return detectFileType(Buffer.from(bytes as string, 'latin1'), name)
    } catch (error) {
      return error instanceof AtsError ? error.code : `not an AtsError: ${error}`
    }
  }

  const typed: [what: string, bytes: string | Buffer, type: string, name?: string][] = [
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['a PDF behind mail headers', `${'x'.repeat(1000)}%PDF-1.4`, 'pdf'],
    ['a PDF that calls itself a Word file', '%PDF-1.7\n', 'pdf', 'cv.docx'],
    ['a JPEG', '\xff\xd8\xff\xe0', 'jpeg'],
    ['a PNG', '\x89PNG\r\n\x1a\n', 'png'],
    ['a TIFF in Intel order', 'II*\0', 'tiff'],
    ['a TIFF in Motorola order', 'MM\0*', 'tiff'],
    ['a WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['a GIF', 'GIF89a', 'gif'],
    ['a bitmap', `BM${'\0'.repeat(12)}\x28\0\0\0${'\0'.repeat(20)}`, 'bmp'],
    ['words that begin like a bitmap', 'BMW, 2019 to 2024: engineer for engines', 'txt'],
    ['an RTF', '{\\rtf1 x}', 'rtf'],
    ['an RTF with the extension .doc', '{\\rtf1 x}', 'rtf', 'cv.doc'],
    ['HTML', '<!DOCTYPE html><p>x', 'html'],
    ['HTML behind blanks and a comment', '\n <!-- saved --><html>', 'html'],
    ['XHTML', '<?xml version="1.0"?>\n<html xmlns="x">', 'html'],
    ['a piece of HTML', '<h1 class=a>Ada</h1><p>x</p>', 'html'],
    ['text with angle brackets', '<ada@example.org> wrote', 'txt'],
    ['Markdown', '# Ada', 'md', 'cv.md'],
    ['text', 'Ada', 'txt', 'cv.pdf'],
    ['UTF-16 without a mark', Buffer.from('Ada Lovelace, mathematician', 'utf16le'), 'txt'],
    ['text padded with NULs', 'name: Ada\0 Lovelace\n'.repeat(9), 'txt'],
    ['Shift-JIS', Buffer.from('8e9497f08f91', 'hex'), 'txt'],
    ['a Word document', zipOf({'[Content_Types].xml': '', 'word/document.xml': '<x/>'}), 'docx'],
    [
      'an OpenDocument text',
      zipOf({mimetype: 'application/vnd.oasis.opendocument.text'}, {stored: true}),
      'odt',
    ],
    ['an old Word document', oleFile(['WordDocument', '1Table']), 'doc'],
  ]
  for (const [what, bytes, type, name] of typed) {
    it(`knows ${what}`, () => expect(verdict(bytes, name)).to.equal(type))
  }

  const refused: [what: string, bytes: string | Buffer, code: string][] = [
    ['nothing', '', 'EMPTY_FILE'],
    ['nothing but blanks', ' \r\n\t', 'EMPTY_FILE'],
    ['nothing but NULs', '\0'.repeat(4096), 'EMPTY_FILE'],
    ['a program', '\x7fELF\x02\x01', 'UNSUPPORTED_FORMAT'],
    ['an HEIC photo', '\0\0\0\x18ftypheic', 'UNSUPPORTED_FORMAT'],
    ['noise', Buffer.from(Array.from({length: 2000}, (_, at) => (at * 7919) % 251)), 'UNSUPPORTED_FORMAT'],
    ['a workbook', zipOf({'[Content_Types].xml': '', 'xl/workbook.xml': '<x/>'}), 'UNSUPPORTED_FORMAT'],
    ['an old workbook', oleFile(['Workbook']), 'UNSUPPORTED_FORMAT'],
    [
      'an OpenDocument sheet',
      zipOf({mimetype: 'application/vnd.oasis.opendocument.spreadsheet'}, {stored: true}),
      'UNSUPPORTED_FORMAT',
    ],
    ['a ZIP of files', zipOf({'a.txt': 'a'}), 'UNSUPPORTED_FORMAT'],
    ['the beginning of a ZIP', 'PK\x03\x04\x14\0', 'CORRUPT'],
    ['an encrypted Word document', oleFile(['EncryptionInfo', 'EncryptedPackage']), 'ENCRYPTED'],
    ['the beginning of an old Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'CORRUPT'],
  ]
  for (const [what, bytes, code] of refused) {
    it(`answers ${code} to ${what}`, () => expect(verdict(bytes)).to.equal(code))
  }

  it('says what to do with a format that is not read', () => {
    for (const part of ['Index/Document.iwa', 'index.xml'])
      expect(() => detectFileType(zipOf({[part]: '<x/>'}), 'cv.pages')).to.throw(/Apple Pages.*PDF or DOCX/)
    expect(() => detectFileType(Buffer.from('\0\0\0\x18ftypheic', 'latin1'), 'a.heic')).to.throw(/JPEG/)
  })
})
