/** Encodings by `\fcharsetN`. A font of another charset, or none, uses the document's code page. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'windows-1252',
  77: 'macintosh',
  78: 'shift_jis',
  128: 'shift_jis',
  129: 'cp949',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
  254: 'cp437',
  255: 'cp850',
}

/** Codes in fonts of this charset are pictures. */
export const SYMBOL_CHARSET = 2

export function encodingOfCharset(charset: number | undefined): string | undefined {
  return charset === undefined ? undefined : CHARSETS[charset]
}
