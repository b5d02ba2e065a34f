import type {CvLine} from './cv-text.js'
import {found, isFirst} from './cv-text.js'
import type {Found} from './traced.js'

/** An address on the web that the CV names. */
export interface CvLink {
  url: Found
  /** Host without `www.`, in lower case. */
  host: string
  /** `LinkedIn`, `GitHub`, …; undefined for any other site. */
  network?: string
  username?: string
  /** The words that carry the link, where it has some: `text (url)`. */
  label: string
}

interface Network {
  name: string
  host: RegExp
  /** The user's name in the path; a path that does not fit is no profile of a person. */
  user: RegExp
}

const NETWORKS: readonly Network[] = [
  {name: 'LinkedIn', host: /(?:^|\.)linkedin\.com$/, user: /^\/(?:in|pub)\/([^/?#]+)/},
  {name: 'GitHub', host: /^github\.com$/, user: /^\/([\w-]+)\/?$/},
  {name: 'GitLab', host: /^gitlab\.com$/, user: /^\/([\w.-]+)\/?$/},
  {name: 'Bitbucket', host: /^bitbucket\.org$/, user: /^\/([\w.-]+)\/?$/},
  {name: 'XING', host: /(?:^|\.)xing\.com$/, user: /^\/profile\/([^/?#]+)/},
  {name: 'Twitter', host: /^(?:mobile\.)?twitter\.com$/, user: /^\/@?(\w+)\/?$/},
  {name: 'X', host: /^x\.com$/, user: /^\/@?(\w+)\/?$/},
  {
    name: 'Stack Overflow',
    host: /^(?:\w+\.)?stackoverflow\.com$/,
    user: /^\/(?:users?|u)\/(?:\d+\/)?([^/?#]+)/,
  },
  {name: 'Facebook', host: /(?:^|\.)facebook\.com$/, user: /^\/([\w.]+)\/?$/},
  {name: 'Instagram', host: /(?:^|\.)instagram\.com$/, user: /^\/([\w.]+)\/?$/},
  {name: 'YouTube', host: /(?:^|\.)youtube\.com$/, user: /^\/(?:@|c\/|user\/|channel\/)([^/?#]+)/},
  {name: 'Medium', host: /^medium\.com$/, user: /^\/@([\w.-]+)/},
  {name: 'Dribbble', host: /^dribbble\.com$/, user: /^\/([\w-]+)\/?$/},
  {name: 'Behance', host: /^behance\.net$/, user: /^\/([\w-]+)\/?$/},
  {name: 'Kaggle', host: /^kaggle\.com$/, user: /^\/([\w-]+)\/?$/},
  {name: 'ORCID', host: /^orcid\.org$/, user: /^\/([\dX-]{19})/},
  {name: 'Google Scholar', host: /^scholar\.google\.[\w.]+$/, user: /[?&]user=([\w-]+)/},
  {name: 'ResearchGate', host: /^researchgate\.net$/, user: /^\/profile\/([^/?#]+)/},
  {name: 'Mastodon', host: /^(?:mastodon\.[\w.]+|fosstodon\.org|hachyderm\.io)$/, user: /^\/@([\w.-]+)/},
  {name: 'SoundCloud', host: /^soundcloud\./, user: /^\/([\w-]+)\/?$/},
  {name: 'Telegram', host: /^t\.me$/, user: /^\/(\w+)\/?$/},
  {name: 'Qiita', host: /^qiita\.com$/, user: /^\/(\w+)\/?$/},
  {name: 'Zenn', host: /^zenn\.dev$/, user: /^\/(\w+)\/?$/},
  {name: 'Wantedly', host: /^wantedly\.com$/, user: /^\/(?:id|users)\/([^/?#]+)/},
  {name: 'Codeberg', host: /^codeberg\.org$/, user: /^\/([\w-]+)\/?$/},
  {name: 'LeetCode', host: /^leetcode\.com$/, user: /^\/(?:u\/)?([\w-]+)\/?$/},
]

/** `Label: user`, where no address is given. */
const LABELLED =
  /(?:^|[\s|•·,;])(LinkedIn|GitHub|GitLab|XING|Twitter|Skype|Instagram)\s*[:：]\s*@?([\w.-]{3,40})(?=$|[\s|•·,;)])/giu
const PROFILE_URL: Readonly<Record<string, string>> = {
  linkedin: 'https://linkedin.com/in/',
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  xing: 'https://www.xing.com/profile/',
  twitter: 'https://twitter.com/',
  instagram: 'https://instagram.com/',
}

const URL_WITH_SCHEME = /https?:\/\/[^\s<>"“”，。、）]+/giu
/** Top-level domains that a bare host in a CV is believed with; `Node.js` and `ASP.NET` are not sites. */
const TLD =
  'com|org|net|io|dev|me|co|ai|app|edu|gov|info|biz|tech|online|site|page|blog|xyz|cv|design|studio|eu|de|at|ch|fr|es|it|nl|be|pt|uk|ie|pl|cz|se|no|dk|fi|ru|ua|tr|gr|ro|hu|us|ca|mx|br|ar|cl|in|cn|jp|kr|tw|hk|sg|au|nz|za|il'
const BARE = new RegExp(
  `(?<![@\\p{L}\\p{N}./:_-])(?:www\\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${TLD})(?![\\p{L}\\p{N}@-]|\\.\\p{L})(?:/[^\\s<>"“”|,;，。、）)]*)?`,
  'giu',
)
const NOT_A_SITE =
  /^(?:asp\.net|vb\.net|ado\.net|socket\.io|b\.sc|m\.sc|e\.g|i\.e|draw\.io|next\.js|\d[\d.]*\.\w+)$/i

/** Every web address in these lines, in their order, each once. */
export function findLinks(lines: readonly CvLine[]): CvLink[] {
  const links = lines.flatMap(linksIn)
  const seen = new Set<string>()
  return links.filter(({url}) => isFirst(key(url.value), seen))
}

function linksIn(line: CvLine): CvLink[] {
  const spans: {url: string; from: number; to: number; sure: number}[] = []
  for (const match of line.text.matchAll(URL_WITH_SCHEME)) {
    spans.push({url: trimUrl(match[0]), from: match.index, to: match.index + match[0].length, sure: 0.97})
  }
  for (const match of line.text.matchAll(BARE)) {
    const inside = spans.some(({from, to}) => match.index >= from && match.index < to)
    if (inside || NOT_A_SITE.test(match[0])) continue
    const url = trimUrl(match[0])
    const known = /^www\./i.test(url) || url.includes('/') || networkOf(`https://${url}`) !== undefined
    spans.push({
      url: `https://${url}`,
      from: match.index,
      to: match.index + match[0].length,
      sure: known ? 0.95 : 0.8,
    })
  }
  const labelled = [...line.text.matchAll(LABELLED)].flatMap((match) => labelledLink(match, line))
  return [...spans.sort((a, b) => a.from - b.from).map((span) => toLink(span, line)), ...labelled].filter(
    (link) => link !== undefined,
  )
}

function toLink(
  {url, from, sure}: {url: string; from: number; sure: number},
  line: CvLine,
): CvLink | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed) return undefined
  const host = parsed.hostname.toLowerCase().replace(/^www\./, '')
  const before = line.text.slice(0, from)
  const label = before.endsWith('(')
    ? (
        before
          .slice(0, -1)
          .split(/[|•·\t]|\)\s/)
          .at(-1) ?? ''
      ).trim()
    : ''
  const network = networkOf(url)
  const username =
    network?.username || (network && /^[\w.@-]{2,40}$/.test(label) ? label.replace(/^@/, '') : undefined)
  return {
    url: found(url, line, sure),
    host,
    label,
    ...(network ? {network: network.name} : {}),
    ...(username ? {username} : {}),
  }
}

function networkOf(url: string): {name: string; username?: string} | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed) return undefined
  const host = parsed.hostname.toLowerCase().replace(/^www\./, '')
  for (const {name, host: hosts, user} of NETWORKS) {
    if (!hosts.test(host)) continue
    const match = user.exec(parsed.pathname + parsed.search)
    if (match) return {name, ...(match[1] ? {username: decode(match[1])} : {})}
    if (/^\/?$/.test(parsed.pathname)) return {name}
  }
  return undefined
}

function labelledLink([, label = '', user = '']: RegExpMatchArray, line: CvLine): CvLink[] {
  const base = PROFILE_URL[label.toLowerCase()]
  if (!base || /\.(?:com|net|org|io)/i.test(user) || /^https?$/i.test(user)) return []
  const network = NETWORKS.find(({name}) => name.toLowerCase() === label.toLowerCase())?.name ?? label
  const url = base + user
  return [{url: found(url, line, 0.75), host: new URL(url).hostname, network, username: user, label}]
}

/** Without what the sentence put behind it; a closing bracket stays where one was opened. */
function trimUrl(url: string): string {
  let trimmed = url.replace(/[.,;:!?'’”»]+$/u, '')
  while (/[)\]]$/.test(trimmed) && count(trimmed, /[)\]]/g) > count(trimmed, /[([]/g))
    trimmed = trimmed.slice(0, -1)
  return trimmed.replace(/[.,;:!?'’”»]+$/u, '')
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function key(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/\/$/, '')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
