import {readFileSync} from 'node:fs'
import {parse} from 'yaml'
import type {SectionKind} from '#lib/model/section.js'

/** What rendercv, Reactive Resume and JSON Resume call the sections. */
const KINDS: Readonly<Record<string, SectionKind>> = {
  summary: 'summary',
  experience: 'work',
  work: 'work',
  education: 'education',
  skills: 'skills',
  languages: 'languages',
  projects: 'projects',
  certifications: 'certificates',
  certificates: 'certificates',
  awards: 'awards',
  honors: 'awards',
  selected_honors: 'awards',
  publications: 'publications',
  volunteer: 'volunteer',
  interests: 'interests',
  references: 'references',
  profiles: 'contact',
  patents: 'other',
  invited_talks: 'other',
}

/** The sections of a structured CV that have anything in them. */
export function sectionTruth(path: string): SectionKind[] {
  const text = readFileSync(path, 'utf8')
  const data = path.endsWith('.json') ? JSON.parse(text) : parse(text)
  const sections: Record<string, unknown> = data.cv?.sections ?? data.sections ?? data
  const kinds = Object.entries(sections)
    .filter(([, section]) => hasContent(section))
    .flatMap(([name]) => KINDS[name] ?? [])
  return [...new Set(kinds)]
}

function hasContent(section: unknown): boolean {
  if (Array.isArray(section)) return section.length > 0
  const {
    visible = true,
    items,
    content = '',
  } = section as {visible?: boolean; items?: unknown[]; content?: string}
  return visible && (items ? items.length > 0 : content !== '')
}
