/** What a label in an entry announces: `Position: …`, `会社名：…`. */
export type Label = 'what' | 'where' | 'place'

const LABELS: Record<Label, RegExp> = {
  what: /^(?:(?:job )?title|designation|position|role|job|degree|qualification|course|tätigkeit|funktion|stelle|berufsbezeichnung|abschluss|studiengang|poste|fonction|diplôme|puesto|cargo|título|funzione|posizione|mansione|titolo|functie|diploma|função|役職|職種|職位|職名|ポジション|职位|職務|职务|岗位|学位|学历)\s*[:：]\s*/iu,
  where:
    /^(?:company|employer|organi[sz]ation|firm|institution|school|university|college|firma|unternehmen|arbeitgeber|hochschule|schule|universität|entreprise|société|employeur|établissement|école|empresa|compañía|institución|universidad|azienda|datore di lavoro|istituto|bedrijf|werkgever|instelling|instituição|会社名|勤務先|企業名|学校名|公司|公司名称|单位|工作单位|学校|院校)\s*[:：]\s*/iu,
  place:
    /^(?:location|place|city|ort|standort|lieu|ville|lugar|ubicación|ciudad|luogo|sede|città|plaats|local|cidade|勤務地|所在地|地点|工作地点)\s*[:：]\s*/iu,
}

/** What the columns of a table of jobs or schools are called. */
const COLUMN =
  /^(?:dates?|period|years?|from|to|time|duration|title|job title|position|role|employer|company|organi[sz]ation|degree|qualification|course|school|institution|university|subject|location|place|city|description|details|responsibilities|zeitraum|datum|von|bis|tätigkeit|funktion|arbeitgeber|firma|unternehmen|abschluss|schule|hochschule|ort|période|dates|poste|entreprise|employeur|diplôme|établissement|lieu|periodo|fechas?|puesto|cargo|empresa|título|centro|periode|functie|werkgever|opleiding|instelling|期間|年月|会社名|勤務先|職種|役職|業務内容|内容|时间|起止时间|公司|单位|职位|学校|专业|学历)\s*[:：]?$/iu

/** The first row of a table: `Dates⇥Position⇥Employer`. */
export function isColumnHeads(text: string): boolean {
  const cells = text.split(/\s*(?:\t|\s\|\s|\s{2,})\s*/u)
  return cells.length > 1 && cells.every((cell) => COLUMN.test(cell))
}

/** @returns what is announced and where its value begins; undefined where no known label stands there */
export function labelOf(text: string): {label: Label; length: number} | undefined {
  for (const label of ['what', 'where', 'place'] as const) {
    const match = LABELS[label].exec(text)
    if (match && match[0].length < text.length) return {label, length: match[0].length}
  }
  return undefined
}
