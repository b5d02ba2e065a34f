import type {Found} from './traced.js'

/** What templates print where a value is to be filled in: `[Company]`, `Your Name`, `<Job title>`, `Lorem ipsum`. */
const BLANK =
  /^(?:\[[^\]]*\](?:[\s,;:|/.–—-]{0,8}\[[^\]]*\])*|<[^>]*>|\{\{?[^}]*\}?\}|«[^»]*»|_{3,}|\.{4,}|x{3,}|…+)$|\blorem ipsum\b/iu
/** A gap before text that was left standing: `[Job title] at …`; a bracket alone may be part of a name: `[24]7.ai`. */
const GAP =
  /^\[[^\]]{0,60}(?<!\p{L})(?:your|name|title|job|position|company|employer|organi[sz]ation|city|state|date|year|month|degree|school|university|phone|e-?mail|address|insert|enter|titel|firma|unternehmen|stadt|datum|jahr|adresse|nom|poste|entreprise|ville|nombre|puesto|empresa|ciudad|azienda|città|nome|cargo|bedrijf|naam|会社名|氏名)(?!\p{L})[^\]]{0,60}\]/iu
const NAMED =
  /^(?:your |my |enter |insert |add |type |ihr(?:e|en)? |dein(?:e|en)? |votre |tu |su |seu |il tuo |uw |jouw )(?:full |first |last |own |vollständiger |voller )?(?:name|title|job title|job|position|company|employer|city|town|address|street|phone|number|email|e-mail|degree|school|university|college|website|link|linkedin|profession|headline|vorname|nachname|adresse|nom|prénom|poste|entreprise|nombre|puesto|empresa|nome|cargo|naam|functie)(?: (?:here|name|number|address|title|hier|ici|aquí))?$/iu
const GENERIC =
  /^(?:first ?name (?:and )?(?:last ?name|surname)|first ?name|last ?name|name surname|full name|vorname (?:und )?(?:nach)?name|prénom nom|nom prénom|nombre (?:y )?apellidos?|nombre apellido|nome (?:e )?(?:cognome|sobrenome)|voornaam achternaam|job title(?: ?(?:here|\d))?|position title|title of position|(?:company|employer|organi[sz]ation)(?: name)?(?: ?(?:here|\d))|(?:company|employer|organi[sz]ation|school|university|college|institution) name|name of (?:company|employer|school|university|institution|organi[sz]ation)|degree (?:name|title|earned)|city,? (?:state|country|st)(?:,? zip(?: code)?)?|street address|berufsbezeichnung|firmenname|name der firma|unternehmen \d|musterfirma|titre du poste|nom de l['’]entreprise|nombre de la empresa|título del puesto|titolo (?:della )?posizione|nome (?:dell['’])?azienda|nome da empresa|functietitel|bedrijfsnaam|氏名|会社名|○+(?:株式会社|会社|大学)?|[〇◯○●×]{2,}.{0,8}|株式会社[〇◯○●×]{2,})$/iu
/** The local parts of addresses that are nobody's, at domains that are nobody's. */
const ADDRESS =
  /^(?:e-?mail|your[._-]?(?:name|e?mail)|my[._-]?(?:name|e?mail)|name|example|first(?:name)?[._-]?last(?:name)?|first(?:name)?\.surname|username|user|ihr[._-]?name|vorname\.nachname|prenom\.nom|nombre(?:\.apellido)?|nome(?:\.(?:cognome|sobrenome))?|xxx+)@(?:example|e?mail|your-?(?:domain|e?mail|company|site)|domain|company|website|site|gmail|server|provider|beispiel|ejemplo|exemple|exemplo|xxx+)\.\p{L}{2,8}$/iu
const LINK =
  /(?:[/.]|^)(?:your-?(?:name|profile|site|website|domain|username|user)|username|user-?name)(?:[./]|$)/iu
const DIGITS = /^(?:1?1234567890?|0?123456789\d?|(\d)\1{6,}|1?(\d)\2{9}|1?5{3}5{3}\d{0,4})$/u

/** Whether a value is only what a template prints where one is to be filled in. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  return (
    BLANK.test(text) ||
    GAP.test(text) ||
    NAMED.test(text) ||
    GENERIC.test(text) ||
    ADDRESS.test(text) ||
    isSamplePhone(text) ||
    isSampleLink(text)
  )
}

/** `(123) 456-7890`, `+00 000 000 000`. */
function isSamplePhone(text: string): boolean {
  return /^[+\d][\d\s()./-]+$|^\([\d\s()./-]+$/u.test(text) && DIGITS.test(text.replace(/\D/g, ''))
}

function isSampleLink(text: string): boolean {
  return /^(?:https?:\/\/|www\.)/iu.test(text) && LINK.test(text.replace(/^https?:\/\/(?:www\.)?/iu, ''))
}

/** What names an entry of each list; an entry that loses all of them says nothing. */
const NAMES = ['name', 'position', 'institution', 'studyType', 'area', 'language', 'network', 'url']

/** The same tree without the values that are placeholders, and without the entries that they alone named. */
export function dropPlaceholders<T>(node: T): T | undefined {
  if (node === null || typeof node !== 'object') return node
  if (isFound(node)) return isPlaceholder(node.value) ? undefined : node
  if (Array.isArray(node)) return node.map(dropPlaceholders).filter((item) => item !== undefined) as T
  const kept = Object.entries(node).flatMap(([key, child]) => {
    const value = dropPlaceholders(child)
    return value === undefined ? [] : [[key, value] as const]
  })
  const isNamed = (keys: readonly string[]) => NAMES.some((name) => keys.includes(name))
  const lostItsName = isNamed(Object.keys(node)) && !isNamed(kept.map(([key]) => key))
  return lostItsName ? undefined : (Object.fromEntries(kept) as T)
}

function isFound(node: object): node is Found {
  return 'value' in node && 'confidence' in node
}
