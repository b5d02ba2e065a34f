import {TRADE_NAMES} from './trade-names.js'

/** How much a text looks like the name of a job, in the languages that CVs come in. */

/** Whole words; a plural or feminine ending may follow where the language has one. */
const WORDS =
  // English
  'staff|crew|labour hand|deckhand|farmhand|stablehand|detective|constable|beekeeper|ranger|diver|soldier|sailor|publisher|choreographer|dancer|musician|conductor|composer|engineer|developer|manager|director|analyst|consultant|intern|internship|trainee|assistant|officer|president|founder|co-founder|cofounder|ceo|cto|cfo|coo|cio|cmo|ciso|cpo|vp|svp|evp|head|lead|leader|chief|specialist|coordinator|co-ordinator|administrator|architect|designer|scientist|researcher|professor|lecturer|teacher|tutor|instructor|nurse|physician|surgeon|dentist|pharmacist|technician|technologist|mechanic|electrician|operator|supervisor|foreman|accountant|auditor|bookkeeper|controller|clerk|secretary|receptionist|representative|salesperson|salesman|associate|agent|advisor|adviser|attorney|lawyer|paralegal|counsel|writer|copywriter|editor|journalist|reporter|producer|photographer|artist|animator|illustrator|translator|interpreter|chef|cook|waiter|waitress|bartender|barista|cashier|driver|pilot|planner|strategist|executive|partner|principal|fellow|postdoc|attendant|porter|deputy|matron|sister|conservator|keeper|bricklayer|joiner|seamstress|operative|handyman|host|hostess|housekeeper|draughtsman|draftsman|draughtsperson|demonstrator|dispenser|orderly|phlebotomist|dietitian|nutritionist|sonographer|paediatrician|pediatrician|anaesthetist|anesthesiologist|advocate|liaison|aide|storekeeper|stocker|packer|picker|loader|courier|volunteer|freelancer|freelance|contractor|self-employed|programmer|tester|sre|devops|webmaster|sysadmin|recruiter|buyer|merchandiser|inspector|cleaner|carpenter|plumber|painter|welder|worker|labourer|laborer|maintainer|contributor|curator|librarian|therapist|psychologist|counselor|counsellor|caregiver|nanny|coach|trainer|ambassador|apprentice|apprenticeship|scrum master|product owner|owner|evangelist|adjunct|mentor|bookseller|adventurer|statistician|economist|biologist|chemist|physicist|mathematician|geologist|hacker|guard|steward|stewardess|ta|ra|member of technical staff|board member|working student|student assistant|underwriter|actuary|broker|trader|stylist|hairdresser|florist|gardener|farmer|baker|butcher|tailor|machinist|fitter|surveyor|estimator|dispatcher|paramedic|firefighter|policeman|sergeant|lieutenant|captain|major|colonel|pastor|vicar|priest|dean|provost|registrar|superintendent|janitor|caretaker|mason|roofer|tiler|glazier|optician|midwife|radiographer|veterinarian|seo|sem|' +
  // German
  'rätin|oberrat|oberrätin|leitung|praktikum|pflichtpraktikum|werkstudent|werkstudentin|werkstudententätigkeit|werkstudium|azubi|auszubildender|auszubildende|ausbildung|hiwi|aushilfe|minijob|nebenjob|ferienjob|zivildienst|wehrdienst|bundesfreiwilligendienst|freiwilliges soziales jahr|fsj|freiberufler|freiberuflich|selbstständig|selbständig|vorstand|prokurist|arzt|ärztin|oberarzt|assistenzarzt|koch|köchin|doktorand|doktorandin|inhaber|inhaberin|gesellschafter|redakteur|redakteurin|volontär|volontariat|referendar|referendarin|referendariat|meister|polier|disponent|disponentin|bürokraft|dozent|dozentin|anwalt|rechtsanwalt|rechtsanwältin|steuerberater|sekretär|sekretärin|elternzeit|kaufmann|kauffrau|krankenschwester|erzieherin|erzieher|friseurin|friseur|verwaltungsfachangestellte|angestellter|angestellte|beamter|beamtin|experte|expertin|' +
  // French
  "ingénieur|ingénieure|ingénieur·e|développeur|développeuse|chef de projet|cheffe de projet|chef|cheffe|responsable|directeur|directrice|consultante|assistante|stagiaire|stage|alternant|alternante|alternance|technicien|technicienne|chargé|chargée|gestionnaire|conseiller|conseillère|comptable|vendeur|vendeuse|professeur|professeure|enseignant|enseignante|infirmier|infirmière|médecin|cuisinier|cuisinière|serveur|serveuse|chauffeur|architecte|graphiste|rédacteur|rédactrice|traducteur|traductrice|gérant|gérante|pâtissier|pâtissière|boulanger|boulangère|aide-soignant|aide-soignante|sage-femme|kinésithérapeute|psychologue|éducateur|éducatrice|bibliothécaire|coiffeur|coiffeuse|électricien|électricienne|plombier|maçon|menuisier|mécanicien|mécanicienne|pharmacien|pharmacienne|préparateur|préparatrice|magasinier|cariste|livreur|livreuse|caissier|caissière|opérateur|opératrice|chercheur|interne|fondateur|fondatrice|adjoint|adjointe|attaché|attachée|commercial|commerciale|analyste|chercheur|chercheuse|doctorant|doctorante|apprenti|apprentie|ouvrier|ouvrière|secrétaire|hôte|hôtesse|animateur|animatrice|formateur|formatrice|concepteur|conceptrice|programmeur|programmeuse|administrateur|administratrice|juriste|avocat|avocate|avocat·e|acheteur|acheteuse|coordinateur|coordinatrice|bénévole|employé|employée|équipier|équipière|intérimaire|agent d'accueil|agente|éducateur|éducatrice|" +
  // Spanish
  'ingeniero|ingeniera|desarrollador|desarrolladora|programador|programadora|gerente|directora|jefe|jefa|responsable|consultor|consultora|analista|asistente|auxiliar|becario|becaria|prácticas|técnico|técnica|coordinador|coordinadora|administrativo|administrativa|administrador|administradora|contable|contador|contadora|vendedor|vendedora|dependiente|dependienta|profesor|profesora|maestro|maestra|docente|enfermero|enfermera|médico|médica|cocinero|cocinera|camarero|camarera|conductor|conductora|arquitecto|arquitecta|diseñador|diseñadora|redactor|redactora|traductor|traductora|investigador|investigadora|fundador|fundadora|socio|socia|encargado|encargada|abogado|abogada|asesor|asesora|comercial|operario|operaria|farmacéutico|farmacéutica|carpintero|electricista|fontanero|mecánico|panadero|pastelera|pastelero|psicólogo|psicóloga|fisioterapeuta|periodista|bibliotecario|bibliotecaria|educador|educadora|cajero|cajera|mozo|repartidor|limpiadora|practicante|pasante|supervisora|ejecutivo|ejecutiva|recepcionista|voluntario|voluntaria|' +
  // Portuguese
  'engenheiro|engenheira|desenvolvedor|desenvolvedora|diretor|diretora|coordenador|coordenadora|assistente|estagiário|estagiária|estágio|vendedor|vendedora|professora|enfermeiro|enfermeira|cozinheiro|cozinheira|motorista|arquiteto|arquiteta|pesquisador|pesquisadora|sócio|advogado|advogada|assessor|assessora|gestor|gestora|bolsista|líder|atendente|secretário|secretária|' +
  // Italian
  'responsabile|dirigente|educatore|educatrice|contabile|ingegnere|sviluppatore|sviluppatrice|programmatore|programmatrice|direttore|direttrice|consulente|tirocinante|tirocinio|stagista|tecnico|tecnica|impiegato|impiegata|ragioniere|commesso|commessa|insegnante|infermiere|infermiera|cuoco|cuoca|cameriere|cameriera|autista|architetto|progettista|ricercatore|ricercatrice|fondatore|fondatrice|socio|avvocato|addetto|addetta|operaio|operaia|capo|magazziniere|segretario|segretaria|collaboratore|collaboratrice|redattore|redattrice|' +
  // Dutch
  'ontwikkelaar|projectleider|teamleider|adviseur|medewerker|medewerkster|beheerder|stagiair|stagiaire|stage|leraar|lerares|verpleegkundige|arts|kok|verkoper|verkoopster|directeur|onderzoeker|oprichter|hoofd|monteur|boekhouder|vrijwilliger|conservator|timmerman|loodgieter|elektricien|kapper|kapster|bakker|fysiotherapeut|apotheker|huisarts|juriste|chauffeur|schoonmaker|schoonmaakster|winkelmedewerker|wetenschapper|architecte|coördinator|begeleidster|ontwerper|docent|bijbaan|zzp|zzp-er|' +
  // Swedish, Danish, Norwegian
  'socialsekreterare|enhetschef|handläggare|undersköterska|sjukskötare|läkare|tandläkare|ekonom|redovisningsekonom|säljare|butiksbiträde|snickare|elektriker|rörmokare|lokalvårdare|barnskötare|förskollärare|rektor|projektledare|systemutvecklare|praktikant|verkställande direktör|vd|lagerarbetare|kock|servitör|servitris|sekreterare|forskare|doktorand|lektor|jurist|advokat|arkitekt|assistent|samordnare|koordinator|projektleder|afdelingsleder|direktør|bygningskonstruktør|pædagog|lærer|læge|tandlæge|sygeplejerske|sygeplejer|sælger|selger|kok|tømrer|snedker|murer|håndværker|rengøringsassistent|lagermedarbejder|medarbejder|medarbeider|studentermedhjælper|elev|lærling|lærlinge|konstruktør|rådgiver|saksbehandler|sagsbehandler|daglig leder|leder|avdelingsleder|sykepleier|helsefagarbeider|lege|barnehagelærer|butikkmedarbeider|ekspedient|bogholder|regnskapsfører|revisor|økonomiassistent|kontorassistent|produktejer|softwareudvikler|systemudvikler|' +
  // Polish, Czech
  'asystent|asystentka|specjalistka|kierowniczka|dyrektor|dyrektorka|menedżer|menadżer|księgowy|księgowa|sprzedawca|sprzedawczyni|przedstawiciel|przedstawicielka|pielęgniarka|pielęgniarz|lekarz|lekarka|nauczycielka|kucharz|kucharka|kelner|kelnerka|kierowca|magazynier|spawacz|elektryk|mechanik|ślusarz|stolarz|murarz|operator|pracownik|pracownica|doradca|konsultantka|praktykant|praktykantka|stażystka|koordynator|koordynatorka|inżynierka|projektant|projektantka|grafik|tester|testerka|starszy|młodszy|recepcjonistka|recepcjonista|sekretarka|prawnik|prawniczka|radca|adwokat|farmaceuta|farmaceutka|analityczka|architekt|tłumacz|tłumaczka|redaktor|redaktorka|wychowawca|opiekunka|opiekun|brygadzista|prezes|kasjer|kasjerka|referentka|programátor|programátorka|vývojář|vývojářka|inženýr|inženýrka|vedoucí|ředitel|ředitelka|účetní|prodavač|prodavačka|obchodník|asistentka|učitel|učitelka|lékař|lékařka|sestra|kuchař|kuchařka|číšník|servírka|řidič|řidička|skladník|dělník|dělnice|technik|technička|konzultant|konzultantka|analytik|analytička|stážista|stážistka|manažer|manažerka|koordinátor|koordinátorka|specialista|specialistka|referent|projektant|mechanik|elektrikář|zedník|truhlář|brigádník|brigádnice|' +
  // Finnish, Hungarian, Romanian
  'kehittäjä|ohjelmistokehittäjä|insinööri|johtaja|toimitusjohtaja|päällikkö|projektipäällikkö|myyjä|opettaja|sairaanhoitaja|lähihoitaja|lääkäri|kokki|tarjoilija|asiantuntija|suunnittelija|harjoittelija|kirjanpitäjä|assistentti|konsultti|tutkija|esimies|työntekijä|varastotyöntekijä|sihteeri|koordinaattori|fejlesztő|szoftverfejlesztő|mérnök|vezető|igazgató|projektvezető|értékesítő|tanár|ápoló|orvos|szakács|pincér|könyvelő|asszisztens|gyakornok|tanácsadó|elemző|ügyintéző|sofőr|raktáros|eladó|titkár|titkárnő|inginer|programator|dezvoltator|contabil|vânzător|profesoară|învățător|asistentă|medic|bucătar|ospătar|șofer|consilier|stagiar|secretară|muncitor|șef|economist|' +
  // Turkish, Russian
  'mühendis|mühendisi|geliştirici|geliştiricisi|uzmanı|uzman|uzmanlığı|müdürü|müdür|müdürü|yardımcısı|yönetici|yöneticisi|asistanı|asistan|sorumlusu|sorumlu|temsilcisi|danışmanı|danışman|analisti|analist|öğretmen|öğretmeni|hemşire|doktor|aşçı|garson|şoför|muhasebeci|elemanı|teknisyen|teknisyeni|stajyeri|programcı|mimar|tasarımcı|tasarımcısı|koordinatör|koordinatörü|avukat|şefi|usta|operatörü|kasiyer|разработчица|ведущий|главный|старший|младший|помощник|консультант|администратор|оператор|водитель|продавец|продавец-консультант|кассир|врач|медсестра|учитель|воспитатель|повар|официант|юрист|экономист|маркетолог|дизайнер|тестировщик|архитектор|заместитель|начальник|заведующий|заведующая|секретарь|ассистент|технолог|механик|слесарь|электрик|сварщик|кладовщик|курьер|научный сотрудник|сотрудник|доцент|лаборант|переводчик|редактор|' +
  // Others that were met in these languages
  'utvecklare|ingenjör|chef|konsult|projektledare|säljare|lärare|sjuksköterska|udvikler|ingeniør|konsulent|utvikler|programista|inżynier|kierownik|specjalista|analityk|stażysta|nauczyciel|mühendis|mühendisi|geliştirici|uzmanı|müdürü|stajyer|разработчик|инженер|менеджер|руководитель|директор|специалист|аналитик|стажер|стажёр|преподаватель|программист|бухгалтер'

/** Germanic compounds end with the job: `Softwareentwicklerin`, `Vertriebsleiter`, `Bankkaufmann`, `projectmanager`. */
const ENDINGS =
  'praktikum|volontariat|referendar|referendarin|lehrling|pleier|plejer|plejerske|entwickler|ingenieur|leiter|berater|kauf(?:mann|frau|leute)|mitarbeiter|referent|assistent|praktikant|student|sachbearbeiter|bearbeiter|techniker|mechaniker|mechatroniker|elektroniker|fachkraft|fachmann|fachfrau|informatiker|verkäufer|führer|lehrer|pfleger|schwester|kellner|fahrer|buchhalter|controller|architekt|gestalter|designer|übersetzer|administrator|analyst|manager|trainer|hilfskraft|wissenschaftler|forscher|schreiner|tischler|maler|bäcker|schlosser|arbeiter|betreuer|planer|beauftragter|beauftragte|assistenz|verantwortlicher|verantwortliche|helfer|chef|ingenjör|utvecklare|konsulent|konsult|ontwikkelaar|medewerker|leider|beheerder|adviseur|begeleider|käufer|händler|bibliothekar|therapeut|pädagoge|schneider|monteur|installateur|meister|gärtner|jurist|ökonom|psychologe|physiker|chemiker|biologe|journalist|redakteur|dolmetscher|koordinator|direktor|inspektor|moderator|programmierer|tester|spezialist|experte|angestellte|sekretär|leitung|vertreter|prüfer|werker|bediener|lackierer|zeichner|richter|pfleger|betriebswirt|fachwirt|aushilfe|gehilfe|gehilfin|anwältin|ärztin|kraft'

/** Endings and words of jobs where words are not spaced. */
const CJK =
  /(?:エンジニア|マネー?ジャー?|リーダー|リード|デザイナー|プログラマー?|コンサルタント|アナリスト|ディレクター|プロデューサー|アシスタント|アルバイト|インターン(?:シップ)?|スタッフ|オペレーター|アドバイザー|スペシャリスト|プランナー|ライター|[部課係室店社所局会]長|主任|主査|取締役|役員|担当|営業職?|事務職?|経理|総務|開発職|講師|教授|助教|教諭|研究員|看護師|会計士|弁護士|(?:衛生|栄養|整備|建築|介護福祉|社会福祉|税理|行政書|技術|理学療法|作業療法|救急救命)士|(?:調理|美容|理容|薬剤|臨床検査|放射線)[技]?師|(?:作業|事務|従業|組立|配達|警備|清掃|指導|相談|支援|検査|乗務)員|(?:溶接|塗装|配管|機械|旋盤|組立|加工|印刷|電気|左官|板金|整備|縫製|木)工(?!場|業|程|事|学|房|務|費|芸|作)|運転手|助手|技術者|技師|技術職|研究職|製造職|販売職?|販売員|接客|調理師|美容師|保育士|介護士|介護職|薬剤師|医師|歯科衛生士|栄養士|通訳|翻訳|編集者?|記者|マーケター|バイヤー|トレーナー|ドライバー|パート|派遣|班長|次長|主幹|参事|専務|常務|部員|課員|生産技術|品質管理|生産管理|人事|法務|広報|企画|代表|正社員|契約社員|派遣社員|工程师|工程師|经理|經理|总监|總監|主管|总裁|總裁|董事|助理|顾问|顧問|专员|專員|分析师|分析師|设计师|設計師|开发|程序员|程式設計師|实习生|實習生|实习|教师|老师|讲师|研究員|研究员|医生|护士|会计|销售|负责人|組長|组长|架构师|创始人|秘书|编辑|记者|翻译|律师|店长|엔지니어|개발자|매니저|팀장|팀원|대표|사원|주임|대리|과장|차장|부장|이사|상무|전무|임원|인턴|디자이너|연구원|선임|책임|수석|기획자|마케터|간호사|교사|강사|교수|의사|약사|변호사|회계사|요리사|조리사|기자|작가|영업|상담사|관리자|담당자?|아르바이트|비서|기사|컨설턴트|프로그래머|분석가)/u

const TITLE_WORDS: ReadonlySet<string> = new Set(WORDS.split('|'))
const PHRASE =
  /(?<!\p{L})(?:scrum master|member of technical staff|board member|crew member|team member|working student|freiwilliges soziales jahr)(?!\p{L})/giu
const COMPOUND = new RegExp(`(?:${ENDINGS})(?:s|in|innen|n|r)?$`, 'u')
const TOKEN = /\p{L}[\p{L}\p{M}'’·-]*/gu
const PLURAL_OR_FEMININE = /(?:s|in|innen)$/
/** `Engineer of …`: what stands before these is what the job is. */
const CONNECTOR =
  /\s+(?:of|for|in|at|de|del|des|du|der|für|im|bei|pour|para|per|voor|van|di|–|-|\/|\(|m\/w)|[,(/|–—]/iu

/** 0 where nothing speaks for it, 1 where a word of jobs is in it, 2 where one is its head. */
export function titleScore(text: string): number {
  if (text.length > 110) return 0
  if (CJK.test(text)) return 2
  const hits = [
    ...[...text.matchAll(TOKEN)].filter(([token]) => isTitleWord(token)),
    ...text.matchAll(PHRASE),
  ]
  if (hits.length === 0) return 0
  const head = text.split(CONNECTOR)[0]?.trim() ?? text
  const atHead = hits.some(
    ({index, 0: hit}) =>
      (index === 0 && !isFamilyOfFirm(text, hits.length)) ||
      (index + hit.length >= head.length - 4 && !isNameOfFirm(hit, index + hit.length, text)),
  )
  return atHead ? 2 : 1
}

/** `Baker Street Detectives`, `Koch Industries`: a trade that is a family's name too, and behind it what no title has. */
function isFamilyOfFirm(text: string, hits: number): boolean {
  const [first = '', second = '', ...others] = text.split(' ')
  return (
    TRADE_NAMES.has(first.toLowerCase()) &&
    hits - (others.length > 0 && isNameOfFirm(others.at(-1) ?? '', text.length, text) ? 1 : 0) === 1 &&
    /^\p{Lu}\p{Ll}/u.test(second)
  )
}

/** `Baker Street Detectives`: a firm is called after its people, who are many. */
function isNameOfFirm(hit: string, end: number, text: string): boolean {
  const word = hit.toLowerCase()
  return (
    end === text.length && word.endsWith('s') && !TITLE_WORDS.has(word) && TITLE_WORDS.has(word.slice(0, -1))
  )
}

/** The word itself, its plural or feminine, the end of a compound, or a part between hyphens. */
function isTitleWord(token: string): boolean {
  const word = token.toLowerCase()
  return [word, ...(word.includes('-') ? word.split('-') : [])].some(
    (part) =>
      TITLE_WORDS.has(part) || TITLE_WORDS.has(part.replace(PLURAL_OR_FEMININE, '')) || COMPOUND.test(part),
  )
}

/** `(m/w/d)`, full time, part time: said of the job, no part of its name. */
export const EMPLOYMENT = employment()

function employment(): RegExp {
  const words = String.raw`(?:m\s*\/\s*w\s*\/\s*d|w\s*\/\s*m\s*\/\s*d|m\/f\/d|full[- ]?time|part[- ]?time|vollzeit|teilzeit|permanent|temps plein|temps partiel|jornada completa|media jornada|tempo pieno|voltijd|deeltijd|正社員|契約社員|派遣社員|全职|兼职|CDI|CDD)(?!\p{L})`
  return new RegExp(
    String.raw`[\s,·|–-]*(?:[([（]\s*${words}[^()（）]{0,40}[)\]）]|(?<!\p{L})${words})`,
    'giu',
  )
}
