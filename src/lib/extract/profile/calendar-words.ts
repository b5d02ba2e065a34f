/** Words for months and for now, in the languages that CVs come in. */

const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'nl',
  'pt',
  'it',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'tr',
  'ro',
  'hu',
  'el',
  'ru',
  'uk',
  'ca',
] as const

/** Elsewhere the short forms are words of other languages: Czech January is `led`. */
const WITH_SHORT_FORMS = new Set<string>(['en', 'de', 'fr', 'es', 'nl', 'pt', 'it', 'sv', 'da', 'nb'])

/** Short forms in use that CLDR does not list. */
const MORE_MONTHS: Readonly<Record<string, number>> = {
  sept: 9,
  jän: 1,
  jänner: 1,
  feber: 2,
  mrz: 3,
  mär: 3,
  maerz: 3,
  okt: 10,
  dez: 12,
  setiembre: 9,
  fevr: 2,
  févr: 2,
  janv: 1,
  avr: 4,
  juil: 7,
  déc: 12,
  dec: 12,
  aout: 8,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  set: 9,
  ott: 10,
  out: 10,
  mei: 5,
  mrt: 3,
}

/** What CVs write for an end that has not come. */
const PRESENT_WORDS = [
  'present',
  'now',
  'current',
  'currently',
  'today',
  'ongoing',
  'in progress',
  'continuing',
  'date',
  'to present',
  'the present',
  'to date',
  'till date',
  'until now',
  'till now',
  'heute',
  'jetzt',
  'aktuell',
  'laufend',
  'bis heute',
  'bis dato',
  'unbefristet',
  'fortlaufend',
  'dato',
  'gegenwart',
  'andauernd',
  'derzeit',
  "aujourd'hui",
  'aujourd’hui',
  'présent',
  'actuel',
  'actuelle',
  'actuellement',
  'ce jour',
  'à ce jour',
  'en cours',
  'maintenant',
  "jusqu'à présent",
  'jusqu’à présent',
  "jusqu'à ce jour",
  "jusqu'à aujourd'hui",
  'actualidad',
  'la actualidad',
  'actual',
  'actualmente',
  'presente',
  'el presente',
  'hoy',
  'la fecha',
  'a la fecha',
  'hasta la fecha',
  'a la actualidad',
  'al presente',
  'en curso',
  'heden',
  'tot heden',
  'tot nu',
  'nu',
  'vandaag',
  'huidig',
  'o momento',
  'atual',
  'atualmente',
  'o presente',
  'hoje',
  'até hoje',
  'até o momento',
  'até à data',
  'até o presente',
  'em curso',
  'data atual',
  'dias atuais',
  'oggi',
  'fino ad oggi',
  'a oggi',
  'attuale',
  'attualmente',
  'ad oggi',
  'in corso',
  'attualità',
  'nuvarande',
  'idag',
  'tillsvidare',
  'dags dato',
  'i dag',
  'nå',
  'til nå',
  'til i dag',
  'till idag',
  'till nu',
  'nåværende',
  'nykyinen',
  'nyt',
  'edelleen',
  'pågående',
  'obecnie',
  'do chwili obecnej',
  'do dziś',
  'aktualnie',
  'dosud',
  'doposud',
  'jelenleg',
  'jelen',
  'napjainkig',
  'în prezent',
  'momentan',
  'teraz',
  'nadal',
  'dnes',
  'současnost',
  'halen',
  'günümüz',
  'devam ediyor',
  'devam',
  'hâlâ',
  'hala',
  'günümüze',
  'bugün',
  'prezent',
  'настоящее время',
  'по настоящее время',
  'наст. время',
  'сейчас',
  'н.в.',
  'по н.в.',
  'по сей день',
  'по сегодняшний день',
  'теперішній час',
  '至今',
  '今',
  '现在',
  '現在',
  '目前',
  '現在に至る',
  '現職',
  '在職中',
  '在学中',
  '在籍中',
  '至現在',
  '至现在',
  '현재',
  '재직중',
  '재직 중',
  '재학중',
] as const

const SINCE_WORDS = [
  'since',
  'from',
  'seit',
  'ab',
  'von',
  'depuis',
  'dès',
  'desde',
  'de',
  'du',
  'dal',
  'da',
  'sinds',
  'vanaf',
  'van',
  'od',
  'sedan',
  'с',
  'з',
] as const

/** Those of `SINCE_WORDS` that open an end by themselves: `since 2019` is still going on, `from 2019` may not be. */
const OPENING_WORDS = new Set<string>([
  'since',
  'seit',
  'depuis',
  'desde',
  'dal',
  'sinds',
  'sedan',
  'с',
  'od',
])

const TO_WORDS = [
  'to',
  'until',
  'till',
  'through',
  'thru',
  'bis',
  'bis zum',
  'à',
  'au',
  "jusqu'à",
  "jusqu'au",
  'jusqu’à',
  'a',
  'al',
  'hasta',
  'hasta la',
  'até',
  'à',
  'tot',
  't/m',
  'tot en met',
  'fino a',
  'ao',
  'do',
  'til',
  'till',
  'по',
  'до',
  '至',
  '到',
  'から',
  '부터',
] as const

const SEASON_WORDS = [
  'spring',
  'summer',
  'fall',
  'autumn',
  'winter',
  'frühjahr',
  'frühling',
  'sommer',
  'herbst',
  'printemps',
  'été',
  'automne',
  'hiver',
  'primavera',
  'verano',
  'otoño',
  'invierno',
  'estate',
  'autunno',
  'inverno',
  'verão',
  'outono',
  'lente',
  'zomer',
  'herfst',
  'sommersemester',
  'wintersemester',
  'ss',
  'ws',
  'sose',
  'wise',
  'q1',
  'q2',
  'q3',
  'q4',
  'h1',
  'h2',
] as const

let months: ReadonlyMap<string, number> | undefined

/** 1 to 12 by name, long and short, in lower case and without a full stop. */
export function monthsByName(): ReadonlyMap<string, number> {
  months ??= collectMonths()
  return months
}

function collectMonths(): Map<string, number> {
  const names = new Map<string, number>(Object.entries(MORE_MONTHS))
  for (const language of LANGUAGES) {
    const styles = WITH_SHORT_FORMS.has(language) ? (['long', 'short'] as const) : (['long'] as const)
    for (const style of styles) {
      const alone = new Intl.DateTimeFormat(language, {month: style, timeZone: 'UTC'})
      const inDate = new Intl.DateTimeFormat(language, {day: 'numeric', month: style, timeZone: 'UTC'})
      for (let month = 1; month <= 12; month++) {
        const date = new Date(Date.UTC(2021, month - 1, 15))
        const part = inDate.formatToParts(date).find(({type}) => type === 'month')?.value ?? ''
        for (const name of [alone.format(date), part]) {
          const key = name.toLowerCase().replace(/\.$/, '')
          if (key.length > 2 && !/\d/.test(key) && !names.has(key)) names.set(key, month)
        }
      }
    }
  }
  return names
}

/** An alternation for a regular expression, the longest word first. */
export function anyOf(words: Iterable<string>): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|')
}

export const PRESENT = anyOf(PRESENT_WORDS)
export const SINCE = anyOf(SINCE_WORDS)
export const TO = anyOf(TO_WORDS)
export const SEASON = anyOf(SEASON_WORDS)

export function opensItsEnd(word: string): boolean {
  return OPENING_WORDS.has(word.toLowerCase())
}
