import type {Profile, Resume} from '../profile.js'
import type {Section} from '../section.js'
import {writesCompounds} from './compounds.js'
import {extraTerms} from './extra-terms.js'

/** What of a document is looked through; the text itself stays where it is. */
export interface SearchableDocument {
  fileName: string
  language: string | null
  text: string
  sections: readonly Section[]
  profile: Profile | null
}

/** The words of each field, and in `extra` what the text is found by besides its own. */
export interface DocumentTerms {
  name: string
  headline: string
  skills: string
  titles: string
  employers: string
  fileName: string
  extra: string
}

export function documentTerms({
  fileName,
  language,
  text,
  sections,
  profile,
}: SearchableDocument): DocumentTerms {
  const compounds = writesCompounds(language, text)
  const field = (values: readonly (string | undefined)[], options = {compounds}) =>
    fieldTerms(values, options)
  const resume: Resume = profile?.resume ?? {}
  const work = resume.work ?? []
  const skills = (resume.skills ?? []).flatMap(({name, keywords = []}) => [name, ...keywords])
  return {
    name: field([resume.basics?.name], {compounds: false}),
    headline: field([resume.basics?.label]),
    skills: field(skills.length > 0 ? skills : [sectionText(text, sections, 'skills')], {compounds: false}),
    titles: field(work.map(({position}) => position)),
    employers: field(work.map(({name}) => name)),
    fileName: fileNameTerms(fileName, {language, text}),
    extra: extraTerms(text, {compounds}),
  }
}

/** The words of the field `fileName` alone. */
export function fileNameTerms(
  fileName: string,
  {language, text}: Pick<SearchableDocument, 'language' | 'text'>,
): string {
  return fieldTerms([fileName], {compounds: writesCompounds(language, text)})
}

function fieldTerms(values: readonly (string | undefined)[], options: {compounds: boolean}): string {
  const words = values.filter((value) => value !== undefined && value !== '').join('\n')
  return [words, extraTerms(words, options)].filter(Boolean).join('\n')
}

/** What stands under the headings of one kind. */
function sectionText(text: string, sections: readonly Section[], kind: Section['kind']): string {
  const lines = text.split('\n')
  return sectionLines(text, sections, kind)
    .map((line) => lines[line - 1])
    .join('\n')
}

/** The lines under the headings of one kind, from 1. */
export function sectionLines(text: string, sections: readonly Section[], kind: Section['kind']): number[] {
  if (!sections.some((section) => section.kind === kind)) return []
  const count = text.split('\n').length
  return sections
    .map((section, i) => ({section, end: sections[i + 1]?.line ?? count + 1}))
    .filter(({section}) => section.kind === kind)
    .flatMap(({section, end}) =>
      Array.from({length: Math.max(0, end - 1 - section.line)}, (_, i) => section.line + 1 + i),
    )
}
