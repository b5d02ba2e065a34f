import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'

/** A text in every form in which a program may have written it, by the name of the form. */
function writtenForms(text: string): Map<string, Buffer> {
  const utf16 = Buffer.from(text, 'utf16le')
  const escaped = text.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return new Map([
    ['UTF-8', Buffer.from(text, 'utf8')],
    ['UTF-16 LE', utf16],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ['JSON in ASCII', Buffer.from(escaped, 'ascii')],
    ['upper case', Buffer.from(text.toUpperCase(), 'utf8')],
    ['lower case', Buffer.from(text.toLowerCase(), 'utf8')],
    ['composed', Buffer.from(text.normalize('NFC'), 'utf8')],
    ['decomposed', Buffer.from(text.normalize('NFD'), 'utf8')],
    ['without accents', Buffer.from(text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''), 'utf8')],
  ])
}

/**
 * Where the raw bytes of the files of a directory hold one of the texts, in whatever form: `jobs.db: canary (UTF-8)`.
 *
 * @param isMeant which of the files, by their names, and by their paths below the directory
 */
export function findInBytes(
  directory: string,
  texts: readonly string[],
  isMeant: (name: string, path: string) => boolean = () => true,
): string[] {
  const files = readdirSync(directory, {withFileTypes: true, recursive: true}).filter(
    (entry) => entry.isFile() && isMeant(entry.name, relative(directory, join(entry.parentPath, entry.name))),
  )
  return files.flatMap(({parentPath, name}) => {
    const bytes = readFileSync(join(parentPath, name))
    return texts.flatMap((text) =>
      [...writtenForms(text)]
        .filter(([, form]) => bytes.includes(form))
        .map(([form]) => `${name}: ${text} (${form})`),
    )
  })
}
