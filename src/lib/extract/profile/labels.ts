/** What a label in an entry announces: `Position: …`, `会社名：…`. */
export type Label = 'what' | 'where' | 'place'

const LABELS: Record<Label, RegExp> = {
  what: /^(?:occupation(?: or position held)?|position held|post held|title of qualification(?: awarded)?|(?:job )?title|job role|designation|position|role|job|degree|qualification|course|tätigkeit|funktion|stelle|berufsbezeichnung|abschluss|studiengang|poste|fonction|fonction ou poste occupé|intitulé du (?:poste|certificat ou diplôme délivré)|emploi|diplôme|puesto|cargo|profesión|título|título de la cualificación obtenida|función o puesto desempeñado|função ou cargo ocupado|designação da qualificação atribuída|tipo di impiego|lavoro o posizione ricoperti?|qualifica(?: conseguita)?|titolo della qualifica rilasciata|principali materie|funzione|posizione|mansione|titolo|functie|beroep of functie|diploma|função|stanowisko|zajmowane stanowisko|pozycja|pozice|pracovní pozice|befattning|stilling|stillingsbetegnelse|tehtävä(?:nimike)?|pozisyon|unvan|görev|должность|beruf oder funktion|bezeichnung der erworbenen qualifikation|職務内容・役職|役職|職種|職位|職名|ポジション|职位|職務|职务|岗位|学位|学历|专业|직위|직급|직책|직무|담당업무|전공|학위)\s*(?:[:：]|\t)\s*/iu,
  where:
    /^(?:company(?: name)?|name (?:and address )?of (?:the )?employer|name and type of organi[sz]ation(?: providing education and training)?|employer(?: name)?|organi[sz]ation|firm|institution|school|university|college|firma|unternehmen|arbeitgeber|hochschule|schule|universität|entreprise|société|employeur|établissement|école|empresa|compañía|institución|universidad|azienda|(?:nome e indirizzo |nome )?del datore di lavoro|datore di lavoro|nome e tipo di (?:istituto|organizzazione)(?: di istruzione o formazione)?|nom (?:et adresse )?de l['’]employeur|nom et type d['’]établissement(?: d['’]enseignement ou de formation)?|nombre (?:y dirección )?de la empresa(?: o empleador)?|nome (?:e endereço )?do empregador|name und adresse des arbeitgebers|naam (?:en adres )?van (?:de )?werkgever|pracodawca|nazwa firmy|zaměstnavatel|společnost|arbetsgivare|arbejdsgiver|virksomhed|arbeidsgiver|työnantaja|şirket(?: adı)?|kurum|işveren|компания|организация|работодатель|место работы|учебное заведение|istituto|bedrijf|werkgever|instelling|instituição|会社名|勤務先|企業名|学校名|法人名|社名|公司|公司名称|单位|工作单位|学校|院校|学校名称|毕业院校|회사(?:명)?|직장(?:명)?|근무처|학교(?:명)?)\s*(?:[:：]|\t)\s*/iu,
  place:
    /^(?:location|place|city|ort|standort|lieu|ville|lugar|ubicación|ciudad|luogo|sede|città|plaats|local|cidade|勤務地|所在地|地点|工作地点|근무지)\s*(?:[:：]|\t)\s*/iu,
}

/** What a form asks of an entry beside title, employer and place; their values head nothing. */
const OTHER_FIELD =
  /^(?:main activities(?: and responsibilities)?|principal subjects(?:\/occupational skills covered)?|type of business(?: or sector)?|level in national classification|responsibilities|principali mansioni(?: e responsabilità)?|tipo di azienda o settore|tipo di attività o settore|principali (?:tematiche|materie)(?:\/competenze professionali possedute)?|livello nella classificazione nazionale|principales? (?:activités|activités et responsabilités|funciones|actividades y responsabilidades)|type ou secteur d['’]activité|tipo de (?:empresa|empresa o sector)|principais (?:atividades|actividades)(?: e responsabilidades)?|tipo de empresa ou sector|wichtigste tätigkeiten(?: und zuständigkeiten)?|tätigkeitsbereich oder branche|voornaamste werkzaamheden(?: en verantwoordelijkheden)?|obowiązki|zakres obowiązków|обязанности)\s*(?:[:：]|\t)/iu
/** The time of an entry as a form asks for it: `Date (da – a)⇥…`. */
const TIME_FIELD =
  /^(?:dates?|dat[aei]|période|periodo|período|zeitraum|okres|period|datum)\s*(?:\([^()]*\))?\s*(?:[:：]|\t)/iu

export function isOtherField(text: string): boolean {
  return OTHER_FIELD.test(text)
}

/** Whether a line is one field of a form: what, where, when, or what else it asks for. */
export function isFieldOfForm(text: string): boolean {
  return labelOf(text) !== undefined || TIME_FIELD.test(text) || isOtherField(text)
}

/** What the columns of a table of jobs or schools are called. */
const COLUMN =
  /^(?:dates?|period|years?|from|to|time|duration|title|job title|position|role|employer|company|organi[sz]ation|degree|qualification|course|school|institution|university|subject|location|place|city|percentage(?:\/cgpa)?|%|grades?|marks?|c?gpa|cgpa\/percentage|board|board\/university|institute|institute name|name of (?:the )?institut(?:e|ion)|year of passing|passing year|stream|speciali[sz]ation|class|examination|exam|result|division|status|description|details|responsibilities|zeitraum|datum|von|bis|tätigkeit|funktion|arbeitgeber|firma|unternehmen|abschluss|schule|hochschule|ort|période|dates|poste|entreprise|employeur|diplôme|établissement|lieu|periodo|fechas?|puesto|cargo|empresa|título|centro|periode|functie|werkgever|opleiding|instelling|期間|年月|会社名|勤務先|職種|役職|業務内容|内容|时间|起止时间|公司|单位|职位|学校|专业|学历)\s*[:：]?$/iu

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
