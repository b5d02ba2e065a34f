import type {Profile, Resume} from '../../model/profile.js'
import {isAdvertisement} from './advertisement.js'
import {readCareer} from './career-rows.js'
import {findCertificates} from './certificates.js'
import {type CvLine, type CvText, isFirst, type ProfileSource, readCvText} from './cv-text.js'
import {findEducation} from './education.js'
import {findEmails, ownEmail} from './email.js'
import {findHeadline} from './headline.js'
import {findLanguages} from './languages.js'
import {type CvLink, findLinks} from './links.js'
import {findLocation, likelyCountry} from './location.js'
import {findName} from './name.js'
import {findPhone} from './phone.js'
import {countryOfPostCode, likelyCountries} from './phone-country.js'
import {dropPlaceholders} from './placeholders.js'
import {findSkills} from './skills.js'
import {findSummary} from './summary.js'
import {type Found, settle, type Traced} from './traced.js'
import {findWork} from './work.js'

/** Lines around the e-mail address that contact details are looked for in. */
const NEAR = 4
/** Without sections, this much from the top may hold contact details. */
const MAX_PREAMBLE = 40

/**
 * What a CV says of its person, with the place of each value and how sure it is. What is not there is absent.
 *
 * @returns null where the text is no CV
 */
export function readProfile(source: ProfileSource): Profile | null {
  const text = readCvText(source)
  const basics = findBasics(text)
  const career = readCareer(text)
  const certificates = findCertificates(text)
  const told: Traced<Resume> = {
    ...(basics ? {basics} : {}),
    work: career.work.length > 0 ? career.work : findWork(text),
    education: career.education.length > 0 ? career.education : findEducation(text),
    skills: findSkills(text),
    languages: findLanguages(text),
    certificates: certificates.length > 0 ? certificates : career.certificates,
  }
  const resume = dropPlaceholders(told) ?? {}
  return isCv(resume, source, text) ? settle(resume) : null
}

/** A person with contacts, and something that CVs tell of one. */
function isCv(
  {basics, work = [], education = []}: Traced<Resume>,
  {sections}: ProfileSource,
  {lines}: CvText,
): boolean {
  const kinds = new Set(sections.map(({kind}) => kind))
  const told = ['work', 'education', 'skills'].filter((kind) => kinds.has(kind as 'work')).length
  const isReached = Boolean(basics?.email ?? basics?.phone ?? basics?.profiles)
  const isHistory = work.length + education.length > 0
  return isHistory
    ? told > 1 || isReached || Boolean(basics?.name)
    : told > 0 && isReached && Boolean(basics?.name) && !isAdvertisement(lines)
}

function findBasics(text: CvText): Traced<Resume>['basics'] {
  const references = linesOf(text, 'references')
  const email = ownEmail(findEmails(text.lines), references)
  const contacts = contactLines(text, email)
  const links = ownLinks(text, contacts)
  const profiles = links.filter(({network}) => network !== undefined)
  const site = links.find(
    (link) => link.network === undefined && contacts.some(({line}) => line === link.url.line),
  )
  const name = findName(text, {
    email,
    usernames: profiles.flatMap(({username}) => (username ? [username] : [])),
  })
  const near = name ? withNear(text, contacts, name) : contacts
  const location = findLocation(near)
  const phone = phoneOf(text, near, location, [email?.value ?? '', ...links.map(({host}) => host)])
  const label = findHeadline(text, name)
  const known = new Set(
    [
      name,
      email,
      phone,
      label,
      site?.url,
      ...links.map(({url}) => url),
      ...Object.values(location ?? {}),
    ].flatMap((one) => (one ? [one.line] : [])),
  )
  const summary = findSummary(text, known)
  const basics = {
    ...(name ? {name} : {}),
    ...(label ? {label} : {}),
    ...(email ? {email} : {}),
    ...(phone ? {phone} : {}),
    ...(site ? {url: site.url} : {}),
    ...(summary ? {summary} : {}),
    ...(location ? {location} : {}),
    ...(profiles.length > 0 ? {profiles: profiles.map(toProfile)} : {}),
  }
  return Object.keys(basics).length === 0 ? undefined : basics
}

function phoneOf(
  text: CvText,
  near: readonly CvLine[],
  location: ReturnType<typeof findLocation>,
  hosts: readonly string[],
): Found | undefined {
  const country = likelyCountry(location, hosts) ?? countryOfPostCode(location?.postalCode?.value)
  const {language} = text
  const countries = likelyCountries(language, location?.postalCode?.value)
  const context = {...(country ? {country} : {}), countries, language}
  return findPhone(near, context) ?? findPhone(freeLines(text), context)
}

/** Accounts wherever they are named as the person's; other sites only among the contact details. */
function ownLinks(text: CvText, contacts: readonly CvLine[]): CvLink[] {
  const here = findLinks(contacts)
  const elsewhere = findLinks(freeLines(text)).filter(
    ({network, username}) => network !== undefined && username !== undefined,
  )
  const all = [...here, ...elsewhere]
  const [urls, accounts] = [new Set<string>(), new Set<string>()]
  return all.filter(({url, network, username}) => {
    const isNewUrl = isFirst(url.value, urls)
    const isNewAccount = network === undefined || isFirst(`${network} ${username}`, accounts)
    return isNewUrl && isNewAccount
  })
}

/** Before the first section, in the section for contacts, and around the e-mail address. */
function contactLines(text: CvText, email: Found | undefined): CvLine[] {
  const lines = [...text.preamble.slice(0, MAX_PREAMBLE), ...text.parts('contact').flat()]
  return email ? withNear(text, lines, email) : unique(lines)
}

function withNear(text: CvText, lines: readonly CvLine[], place: Found): CvLine[] {
  const told = new Set([
    ...linesOf(text, 'work'),
    ...linesOf(text, 'education'),
    ...linesOf(text, 'projects'),
  ])
  const near = text.lines.filter(
    ({line}) => Math.abs(line - place.line) <= NEAR && !(told.has(line) && Math.abs(line - place.line) > 1),
  )
  return unique([...lines, ...near])
}

/** Lines that speak of the person and not of employers, projects or others. */
function freeLines(text: CvText): CvLine[] {
  const told = new Set(
    (
      [
        'work',
        'education',
        'projects',
        'publications',
        'references',
        'volunteer',
        'awards',
        'courses',
      ] as const
    ).flatMap((kind) => [...linesOf(text, kind)]),
  )
  return text.lines.filter(({line}) => !told.has(line))
}

function linesOf(text: CvText, kind: Parameters<CvText['parts']>[0]): ReadonlySet<number> {
  return new Set(
    text
      .parts(kind)
      .flat()
      .map(({line}) => line),
  )
}

function unique(lines: readonly CvLine[]): CvLine[] {
  return [...new Map(lines.map((line) => [line.line, line])).values()].sort((a, b) => a.line - b.line)
}

function toProfile({network = '', username, url}: CvLink) {
  return {
    network: {...url, value: network},
    ...(username ? {username: {...url, value: username}} : {}),
    url,
  }
}
