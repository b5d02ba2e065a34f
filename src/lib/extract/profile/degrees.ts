/** Degrees and school-leaving certificates, in the languages that CVs come in. */

const SUBJECT =
  '(?:Science|Sciences|Arts|Engineering|Technology|Laws?|Education|Philosophy|Medicine|Music|Fine Arts|Applied Science|Business Administration|Public Administration|Public Health|Social Work|Architecture|Commerce|Nursing|Design|Computer Applications)'

const DEGREE = [
  `(?:Bachelor|Master|Doctor|Associate)(?:'s|’s)?\\s+of\\s+${SUBJECT}(?:\\s+(?:Honours|\\(Hons\\)))?(?:\\s*\\([A-Z][\\w.]{0,6}\\))?`,
  "(?:Bachelor|Master|Associate|Doctoral)(?:'s|’s)?(?:\\s+(?:degree|Degree|studies|[12](?!\\d)))?",
  'Doctor(?:ate)?|Doctorado|Doctorat|Doutorado|Dottorato(?: di ricerca)?|Promotion(?: \\((?:zum |zur )?Dr\\.[^)]*\\))?|Habilitation|Docteur',
  'Ph\\.?\\s?D\\.?|D\\.?Phil\\.?|Ed\\.?D\\.?|J\\.?D\\.?|M\\.?D\\.?|LL\\.?[BMD]\\.?|Dr\\.(?:\\s?[a-z]{2,5}\\.)*(?:-Ing\\.)?',
  '(?:M\\.?\\s?Sc\\.?|B\\.?\\s?Sc\\.?|BA|MA|B\\.A\\.|LLB|BEng|MEng)\\s\\((?:Hons|Honours|Honors)\\.?\\)|M\\.?\\s?Sc\\.?|B\\.?\\s?Sc\\.?|M\\.?\\s?Eng\\.?|B\\.?\\s?Eng\\.?|M\\.?\\s?Ed\\.?|B\\.?\\s?Ed\\.?|M\\.?Phil\\.?|M\\.?Res\\.?|B\\.?\\s?Tech\\.?|M\\.?\\s?Tech\\.?|B\\.?\\s?Com\\.?|M\\.?\\s?Com\\.?|B\\.?Comm\\.?|M\\.?Comm\\.?|B\\.?Pharm\\.?|M\\.?Pharm\\.?|B\\.?Ed\\.?|B\\.?Nurs\\.?|B\\.?Mus\\.?|M\\.?Mus\\.?|MBBS|M\\.?B\\.?Ch\\.?B\\.?|MChem|MPhys|MMath|MSci|MPP|MSW|BSW|MLIS|MFin|AAS|A\\.A\\.S\\.|ADN|B\\.Des|B\\.?Arch\\.?|M\\.?Arch\\.?|B\\.?F\\.?A\\.?|M\\.?F\\.?A\\.?|E?\\.?M\\.?B\\.?A\\.?|B\\.?B\\.?A\\.?|M\\.?P\\.?H\\.?|M\\.?P\\.?A\\.?|B\\.?S\\.?N\\.?|S\\.?[MB]\\.|A\\.?B\\.|M\\.A\\.|B\\.A\\.|B\\.\\s?E\\.|M\\.\\s?E\\.|M\\.S\\.|B\\.S\\.|A\\.A\\.|A\\.S\\.|MA|BA|MS|BS|AA|AS|BE|ME|BCA|MCA',
  'Diplom(?:a|arbeit)?(?:-(?:\\p{L}+))?|Dipl\\.-?\\s?(?:\\p{L}+\\.?)?(?:\\s?\\([A-Z]+\\))?|Magister(?: Artium)?|(?:Erstes |Zweites |1\\. |2\\. )?Staatsexamen',
  '(?:Fach)?(?:Abitur|abitur)|Allgemeine Hochschulreife|Hochschulreife|Fachhochschulreife|Matura|Maturität|Mittlere Reife|Realschulabschluss|Hauptschulabschluss|Mittlerer Schulabschluss|Maturaabschluss|Reifeprüfung|Lehrabschluss(?:prüfung)?|Meisterprüfung|Meisterbrief|Gesellenbrief|Gesellenprüfung|Berufsmatura|Berufsmaturität|Fachmatura|Eidg\\. (?:Fachausweis|Diplom)|Mag\\.(?:\\s?\\(FH\\))?|Berufsausbildung|Ausbildung|Lehre|Umschulung',
  'Postgraduate (?:Certificate|Diploma)(?: in Education)?|Graduate (?:Certificate|Diploma)|PG ?(?:CE|Cert|Dip|DE)|HN[CD]|NVQ|BTEC|GNVQ|CertHE|DipHE|Foundation Degree|FdA|FdSc',
  'High School Diploma|GED|A[- ][Ll]evels?|AS[- ][Ll]evels?|Highers|Advanced Highers|Leaving Cert(?:ificate)?|HSC|SSC|Class X(?:II)?|10th|12th|Intermediate|VCE|ATAR|GCSEs?|International Baccalaureate|IB Diploma|Certificate(?: [IV]{1,3})?(?: of [A-Z]\\p{L}+)?|Postgraduate Diploma|Diploma(?: di \\p{L}+)?|Minor|Major',
  "Licence(?: [123]\\b| professionnelle)?|Licenciatura|Licenciad[oa]|Grado|Máster(?: universitario)?|Maestría|Mestrado|Bacharelado|Bacharel|Graduação|Tecnólogo|Pós-graduação|Master(?: [12]\\b|s)?|Mastère(?: spécialisé)?|M[12](?= \\p{Lu})|Ensino (?:Médio|Fundamental|Superior)(?: (?:Completo|Incompleto))?|Técnico(?= em )|Maîtrise|Baccalauréat|Bac(?: ?\\+ ?\\d)?|BTS|DUT|BUT|CAP|DEUG|DESS|DEA|Diplôme d['’](?:État|Etat)(?: (?:d['’]|de )\\p{L}+(?:-\\p{L}+)?)?|Diplôme(?: d['’]ingénieur)?|Brevet(?: de technicien supérieur| professionnel)?|Certificat d['’]aptitude professionnelle|Bachelier|Graduat|CESS|Ingénieur|Ingeniería|Ingeniero|Ingeniera|Bachillerato|Técnico Superior|Laurea(?: magistrale| triennale| specialistica)?|Diploma",
  'HBO|WO|VWO|HAVO|MBO|VMBO|MAVO|Bachelor|Kandidatexamen|Kandidat|Masterexamen|Magisterexamen|Socionomexamen|\\p{Lu}\\p{Ll}+examen|Gymnasieexamen|Studentexamen|Högskoleexamen|Civilingenjör|Professionsbachelor|Kandidatgrad|Bachelorgrad|Mastergrad|Cand\\.\\s?\\p{Ll}+\\.?|HF|HHX|HTX|STX|Studentereksamen|Fagbrev|Studiespesialisering|Ylioppilas(?:tutkinto)?|Kandidaatti|Maisteri|Filosofian maisteri|Tradenomi|Insinööri|Diplomi-insinööri|Licencjat|Magister|Inżynier|Studia (?:magisterskie|licencjackie|inżynierskie|podyplomowe)|Matura|[Mm]aturita|[Mm]atura|Bakalář|Bc\\.|Mgr\\.|Ing\\.|Maturita|Výuční list|Önlisans|Ön Lisans|Lisans|Yüksek Lisans|Doktora|Licență|Masterat|Diplomă(?: de \\p{L}+)?|Érettségi|Alapképzés|Mesterképzés|Бакалавр(?:иат)?|Магистр(?:атура)?|Специалист|Специалитет|Кандидат наук|Среднее (?:специальное|профессиональное)|Высшее',
]
const CJK_DEGREE =
  /(?:学士|學士|修士|博士|短期大学士|準学士|碩士|硕士|本科|专科|大专|研究生|博士前期課程|博士後期課程|修士課程|博士課程|高中|학사|석사|박사|전문학사)(?:号|课程|課程|学位|\([^)]*\)|（[^）]*）)?/u

const AT_START = new RegExp(`^(?:${DEGREE.join('|')})(?![\\p{L}\\p{N}])`, 'u')
const ANYWHERE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${DEGREE.slice(0, 10).join('|')})(?![\\p{L}\\p{N}])`, 'u')
/** Between a degree and its subject. */
const LINK =
  /^\s*(?:(?:\((?:Hons|Honours|Honors)\)|degree|Hons|Honours)?\s*(?:[,:–—-]|\(|(?:in|of|en|de|des|di|em|im Fach|im Bereich|im Studiengang|in der Fachrichtung|der|für|zum|zur|als|d['’]|w|i|på|по)(?![\p{L}]))?)\s*/iu

/** `Dipl. Bauingenieur FH`: the kind of school belongs to the degree. */
const SCHOOL_LETTERS = /^\s+\(?(?:FH|HF|HTL|HTA|ETH|EPF|TU|UAS|DH|BA|HSG|UZH|IHK)\)?$/u

export interface Degree {
  studyType: string
  area?: string
}

/** 0 where no degree is named, 2 where the text begins with one, 1 where one is in it. */
export function degreeScore(text: string): number {
  if (text.length > 140) return 0
  if (AT_START.test(text) || CJK_DEGREE.test(text)) return 2
  return ANYWHERE.test(text) ? 1 : 0
}

/** `PhD in Computer Science`, `M.Sc. Informatik`, `Licence de droit`, `情報工学 修士`: the degree and its subject. */
export function parseDegree(text: string): Degree | undefined {
  const start = AT_START.exec(text)
  if (start) {
    const rest = text.slice(start[0].length)
    if (SCHOOL_LETTERS.test(rest)) return {studyType: text.trim()}
    const area = trimArea(rest.slice(LINK.exec(rest)?.[0].length ?? 0))
    return {studyType: start[0].trim(), ...(area ? {area} : {})}
  }
  const cjk = CJK_DEGREE.exec(text)
  if (cjk) {
    const area = trimArea(`${text.slice(0, cjk.index)} ${text.slice(cjk.index + cjk[0].length)}`)
    return {studyType: cjk[0], ...(area ? {area} : {})}
  }
  const inside = ANYWHERE.exec(text)
  if (!inside) return undefined
  const before = trimArea(text.slice(0, inside.index))
  const rest = text.slice(inside.index + inside[0].length)
  const after = trimArea(rest.slice(LINK.exec(rest)?.[0].length ?? 0))
  const area = after ?? before
  return {studyType: inside[0].trim(), ...(area ? {area} : {})}
}

/** Where a degree at the beginning of a text ends, 0 where there is none: `PhD Princeton University`. */
export function degreeLength(text: string): number {
  return AT_START.exec(text)?.[0].length ?? 0
}

function trimArea(text: string): string | undefined {
  const area = text
    .replace(/[(（]\s*[)）]/g, ' ')
    .replace(/(?<=\p{Ll}{3})\.\s+\p{Lu}.*$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:|()（）·•–—-]+|[\s,;:|(（·•–—-]+$/g, '')
    .replace(/^([^()]*)\)$/, '$1')
    .replace(/\.$/, '')
  return area === '' ? undefined : area
}
