import type {Extraction} from '#lib/model/extraction.js'

/** Seven fictional people who filled in the same template. */
const PEOPLE = [
  ['Amalia Brandvold', 'amalia.brandvold@example.org'],
  ['Tomasz Wrona', 'tomasz.wrona@example.net'],
  ['Ngozi Eze', 'ngozi@eze-family.example'],
  ['Pierre Delacourt', 'p.delacourt@example.fr'],
  ['Yui Hanamura', 'yhanamura@example.jp'],
  ['Amalia Sundgren', 'sundgren.a@example.se'],
  ['Dario Conti', 'dc1984@example.it'],
] as const

export interface Edition {
  person: string
  extraction: Extraction
}

/**
 * A CV as seven people would fill it in who change nothing but their name and their address, so that nine tenths of
 * every two texts are the same; `shared`: an agency put its own address in the place of theirs.
 */
export function templateEditions(
  extraction: Extraction,
  {label, name, mail, shared}: {label: string; name: RegExp; mail: RegExp; shared?: string},
): Edition[] {
  return PEOPLE.map(([own, address], at) => ({
    person: `${label}: ${own}`,
    extraction: {
      ...extraction,
      profile: null,
      sha256: `${label.length}${at}`.padEnd(4, '0') + extraction.sha256.slice(4),
      text: extraction.text
        .replace(name, own)
        .replace(mail, shared ?? address)
        .replace(/\+?[\d() ]*555[\d() -]+/g, shared ? '+1 212 555 0100' : `+1 212 555 01${at}${at}`)
        .replace(
          /(linkedin\.com\/in|github\.com)\/\w+/g,
          `$1/${shared ? 'agency' : own.toLowerCase().replace(' ', '')}`,
        ),
    },
  }))
}
