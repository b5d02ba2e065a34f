/** Where the person's own details end and other people's begin: a line, its mark, colon and outer spaces taken off. */
const REFERENCES =
  /^(?:references|referees|referenzen|références|referencias|referenze|referências|推薦人|推荐人)$/iu

/** What stands before the name and addresses of whoever presents a candidate: an agency and its consultant. */
const PRESENTER =
  /\b(?:presented|submitted|represented|introduced) by\b|\b(?:recruiter|recruitment consultant|consultant in charge|your contact|agency contact) ?:|(?<!\p{L})(?:(?:vorgestellt|präsentiert|überreicht) (?:von|durch)|ihre?n? ansprechpartner(?:in)?|personalberater(?:in)? ?:|présentée? par|votre (?:contact|interlocut\p{L}+)|presentad[oa] por|su contacto|presentat[oa] da|apresentad[oa] por|voorgesteld door|uw contactpersoon)(?!\p{L})|担当(?:者|コンサルタント)/iu

/** With its mark and all its spaces; a longer line is not looked at, so that one costs the same whatever it is. */
const LONGEST_LINE = 200

/** After a line that names a presenter and no address: the name, the address, the telephone. */
const LINES_OF_A_PRESENTER = 3

const ADDRESS = /@|\d{3}/

/**
 * The part of a CV that tells of its person: nothing from the heading "References" on, and no lines that name who
 * presents the person. What an agency puts on each CV would else be everybody's, and its consultant the person of every
 * CV that names nobody.
 */
export function ownText(text: string): string {
  const own: string[] = []
  let foreign = 0
  for (const line of text.split('\n')) {
    if (own.length > 0 && isReferences(line)) break
    if (isPresenter(line)) foreign = ADDRESS.test(line) ? 0 : LINES_OF_A_PRESENTER
    else if (foreign > 0 && line.trim() !== '') foreign -= 1
    else if (foreign < LINES_OF_A_PRESENTER) {
      foreign = 0
      own.push(line)
    }
  }
  return own.join('\n')
}

function isPresenter(line: string): boolean {
  return line.length <= LONGEST_LINE && PRESENTER.test(line)
}

function isReferences(line: string): boolean {
  if (line.length > LONGEST_LINE) return false
  const title = line.replace(/^#+ /, '').trim()
  return REFERENCES.test(title.endsWith(':') ? title.slice(0, -1).trimEnd() : title)
}
