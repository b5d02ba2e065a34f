/** What tells a company or a school by its name. */

const FORMS =
  'Inc|Incorporated|L\\.L\\.C|LLC|LLP|Ltd|Limited|PLC|Plc|Corp|Corporation|Co|Company|g?GmbH|mbH|AG|KG|KGaA|OHG|UG|GbR|e\\.\\s?V|e\\.\\s?K|eG|SE|S\\.\\s?A|SA|SAS|SASU|SARL|S\\.à\\.?r\\.l|EURL|S\\.\\s?L|SL|S\\.L\\.U|S\\.p\\.A|SpA|S\\.r\\.l|Srl|SRL|B\\.\\s?V|BV|N\\.\\s?V|NV|VOF|AB|A/S|ApS|Oy|Oyj|ASA|Sp\\. z o\\.o|s\\.r\\.o|d\\.o\\.o|Kft|Ltda|S/A|Lda|K\\.K|Pty|Pvt|Pte|Sdn Bhd|A\\.Ş|AŞ|Ltd\\. Şti|Şti|TAŞ|OOD|EOOD|d\\.d|j\\.d\\.o\\.o|z\\.s|a\\.s|spol\\. s r\\.o|sp\\. k|sp\\.j|Rt|Zrt|Nyrt|Bt|S\\.A\\.S|S\\.C|S\\.R\\.L|hf|ehf|I/S|K/S|IVS|P/S|Tmi|FZE|FZ-LLC|DMCC|W\\.L\\.L|Bhd|ООО|ОАО|ЗАО|ПАО|ИП'
/** As they are written: `AG` is one, `ag` is not; whole names in capitals are common. */
const LEGAL_FORM = new RegExp(
  `(?:^|[\\s,(])(?:${FORMS}|INC|LTD|LIMITED|CORP|CORPORATION|COMPANY|GMBH)\\.?(?=$|[\\s,)&.])`,
  'u',
)
const CJK_FORM =
  /株式会社|有限会社|合同会社|合資会社|一般社団法人|財団法人|医療法人|学校法人|[(（㈱㈲]株|㈱|㈲|公司|集团|集團|事务所|事務所|研究所|銀行|银行|病院|医院|백화점|주식회사|유한회사|[(（]주[)）]|[(（]유[)）]|은행|병원|재단|협회|공사|공단|센터|연구소|그룹/u
const KIND =
  /(?<!\p{L})(?:group|gruppe|groupe|grupo|gruppo|holdings?|banks?|bank|banque|banco|banca|sparkasse|volksbank|solutions|technologies|technology|systems|labs?|laborator(?:y|ies|io)|laboratoire|studios?|agency|agentur|agence|agencia|agenzia|partners|consulting|consultants|consultores|enterprises?|industries|services|software|media|networks?|ventures|capital|insurance|versicherung(?:en)?|assurances|verlag|werke?|stiftung|foundation|fondation|fundación|association|verein|society|museum|ministry|ministerium|bundesministerium|landesamt|finanzamt|stadt|city of|county|council|mairie|ayuntamiento|gemeinde|hospital|klinik|klinikum|krankenhaus|hôpital|clinic|clínica|praxis|pharmacy|apotheke|restaurant|hotel|café|supermarket|supermarkt|bakery|bäckerei|autohaus|kanzlei|steuerbüro|ingenieurbüro|architekturbüro|büro|startup|research|airlines?|airways|motors|automotive|energy|pharma|pharmaceuticals|logistics|logistik|telecom|telekom|electronics|foods?|international|worldwide|global|institut[eo]?|instituto|istituto|center|centre|zentrum|centro|gallery|galerie|theater|theatre|club|church|army|navy|police|constabulary|polizei|fire brigade|fire department|air force|bundeswehr|school of|records|gesellschaft|health|healthcare|kommun|kommune|region|landsting|infirmary|surgery|trust|borough|authority|academy|union|diner|kitchen|pub|inn|brewery|press|publishing|store|shop|boutique|salon|brasserie|bistro|trattoria|osteria|ristorante|hôtel|albergo|gästehaus|gasthaus|gasthof|konditorei|metzgerei|schreinerei|tischlerei|gärtnerei|spedition|reederei|brauerei|druckerei|werkstatt|zahnarztpraxis|arztpraxis|pflegeheim|seniorenheim|altenheim|kindergarten|kita|kindertagesstätte|jugendamt|landratsamt|bezirksamt|rathaus|stadtverwaltung|stadtwerke|caritas|diakonie|urząd|szpital|fundacja|przychodnia|sklep|firma|bank|banka|nemocnice|sykehus|sygehus|sjukhus|bolag|belediyesi|belediye|hastanesi|bankası|holding|şirketi|bakanlığı|больница|банк|завод|компания|группа|центр|министерство|университет|mairie|hôpital|chu|chru|ehpad|pharmacie|boulangerie|cabinet|préfecture|conseil|crèche|ministère|secrétariat|agencia|ayuntamiento|farmacia|panadería|col[eé]gio|senac|senai|etec|fatec|tafe|consejería|diputación|prefeitura|secretaria|câmara|farmácia|padaria|hospital|comune|ospedale|azienda|studio|ditta|gemeente|ziekenhuis|stichting|apotheek|bedrijf)(?!\p{L})/iu

/** Compounds: `Amtsgericht`, `Pflegeheim`, `Bezirkskrankenhaus`, `Haukeland universitetssjukehus`. */
const KIND_ENDING =
  /(?<!\p{L})(?!(?:ehrenamt|handwerk|netzwerk|fachwerk|tagewerk)(?!\p{L}))\p{L}{3,}(?:amt|gericht|werke?|haus|klinik(?:um|en)?|verwaltung|verband|zentrum|gesellschaft|genossenschaft|bank|kasse|verlag|praxis|apotheke|heim|kanzlei|bäckerei|metzgerei|schreinerei|tischlerei|gärtnerei|druckerei|brauerei|werkstatt|ziekenhuis|sjukhus|sykehus|sygehus|sjukehus)(?!\p{L})/iu

const SCHOOL =
  /(?<!\p{L})(?:universit\p{L}*|univ\.?|uni|college|institut[eo]?|instituto|istituto|academy|akademie|académie|academia|accademia|school|polytechni\p{L}*|politecnico|politécnic[ao]|école|ecole|faculté|facultad|faculdade|facoltà|escuela|escola|scuola|colegio|collège|lycée|liceo|iut|hogeschool|gymnasium|realschule|grundschule|hauptschule|gesamtschule|oberschule|volksschule|universiteit|szkoła|liceum|technikum|akademia|vysoká|gymnázium|univerzita|škola|učiliště|høgskulen|högskolan|høyskolen|lukio|yliopisto|ammattikorkeakoulu|lisesi|fakültesi|egyetem|gimnázium|főiskola|universitatea|liceul|colegiul|kungliga tekniska|gymnasieskola|folkeskole|videregående|høgskole|høyskole|högskola|университета|училище|техникум|лицей|гимназия|школа|politechnika|uniwersytet|üniversitesi|университет|институт|академия|fakultät|seminar|bootcamp|eth|epfl|mit|kit|tum|lmu|rwth|ucla|ucl|tu|fh|hec|insead|iit|hs|(?<![(（])ihk|vhs|uc|nyu|caltech|coursera|udacity|university)(?!\p{L})/iu
/** Compounds: `Fachhochschule`, `Berufsschule`, `Musikakademie`. */
const SCHOOL_ENDING =
  /(?:hochschule|universität|schule|kolleg|gymnasium|lyzeum|akademie|hogeschool|universitet|högskola|skola|gymnasiet|universitetet|høgskole|høyskole|højskole|handelsskole|gymnasium|skole|yliopisto|lukio|korkeakoulu|opisto|koulu)(?![\p{L}]{4})/iu
/** Kinds of schools that go by their letters: Austria's, France's, Spain's, Italy's. */
const SCHOOL_LETTERS =
  /(?<![\p{L}\p{N}])(?:BORG|BRG|BG|HTL|HAK|HLW|AHS|HTBLVA|IFSI|INSA|ENSA[IMT]?|CFA|GRETA|IES|CIFP|I\.?T\.?[CI]\.?S?|SGH|AGH|SFI|KTH|NTNU|DTU|ESCP|ESSEC|EDHEC|PWSZ)(?![\p{L}\p{N}])(?=\s+\p{Lu}|$)/u
const CJK_SCHOOL =
  /大学院|大学|大學|学院|學院|高等学校|高校|高等專門|中学校|中学|小学校|専門学校|专科学校|职业技术|学校|研究科|대학교|대학원|고등학교|중학교|전문대|[가-힣]{2,}대(?![가-힣])/u

const CJK_LEGAL_FORM = /株式会社|有限会社|合同会社|合資会社|㈱|㈲/u
/** One word with its form before or behind: `青空株式会社`. */
const CJK_FIRM = /^(?:(?:株式|有限|合同|合資)会社|[㈱㈲])\S+$|^\S+(?:(?:株式|有限|合同|合資)会社|[㈱㈲])$/u
/** Forms that are words or letters of titles, too: `Company Secretary`, `Senior SE`. */
const AMBIGUOUS_FORM = /(?<!\p{L})(?:company|co|limited|se|ab|sa|sc|ug)\.?$/iu

/** Whether a text is the name of one company by its Japanese legal form, whatever words its name is made of. */
export function isCjkFirm(text: string): boolean {
  return CJK_FIRM.test(text)
}

/** Whether a text names a company by a legal form that stands for nothing else. */
export function holdsLegalForm(text: string): boolean {
  return (
    CJK_LEGAL_FORM.test(text) ||
    text.split(' ').some((_, index, words) => index > 0 && endsFirm(words, index))
  )
}

function endsFirm(words: readonly string[], index: number): boolean {
  return isLegalForm(words[index] ?? '') && !AMBIGUOUS_FORM.test(words[index] ?? '')
}

/**
 * `Acme Ltd Senior Engineer`, `青空株式会社 大阪支店 課長`: the firm up to its legal form (in Japanese, with its branch),
 * and the post behind it.
 * @param post how much a text looks like a post, from 0
 * @returns firm and post; undefined where no post stands behind a legal form
 */
export function splitBehindForm(text: string, post: (text: string) => number): [string, string] | undefined {
  const words = text.split(' ')
  for (let count = 1; count < words.length; count++) {
    const [firm, rest] = [words.slice(0, count).join(' '), words.slice(count).join(' ')]
    if (endsWithFirm(firm, post) && post(rest) > companyScore(rest)) return [firm, rest]
  }
  return undefined
}

function endsWithFirm(text: string, post: (text: string) => number): boolean {
  if (CJK_LEGAL_FORM.test(text)) return text.replace(CJK_LEGAL_FORM, '').trim() !== ''
  const words = text.split(' ')
  const isForm = words.length > 1 && isLegalForm(words.at(-1) ?? '')
  return isForm && (!AMBIGUOUS_FORM.test(text) || post(text) === 0)
}

/** 0 where nothing speaks for a company, 2 where its legal form stands there, 1 for words that companies use. */
export function companyScore(text: string): number {
  if (CJK_FORM.test(text) || LEGAL_FORM.test(text)) return 2
  return KIND.test(text) || KIND_ENDING.test(text) || schoolScore(text) > 0 ? 1 : 0
}

export function schoolScore(text: string): number {
  return SCHOOL.test(text) || SCHOOL_ENDING.test(text) || SCHOOL_LETTERS.test(text) || CJK_SCHOOL.test(text)
    ? 2
    : 0
}

/** Whether a piece behind a comma is the legal form of what stands before it: `Creative Solutions, Inc.` */
export function isLegalForm(piece: string): boolean {
  const match = LEGAL_FORM.exec(` ${piece}`)
  return match !== null && piece.length <= match[0].trim().length + 4
}
