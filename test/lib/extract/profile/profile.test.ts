import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {Ajv} from 'ajv'
import {expect} from 'chai'
import {readProfile} from '#lib/extract/profile/profile.js'
import {findSections} from '#lib/extract/structure/sections.js'
import type {Resume} from '#lib/model/profile.js'
import {CVS, type SampleCv} from './cvs.ts'
import {OTHER_TEMPLATES} from './other-templates.ts'
import {MORE_CVS, UNLIKE_CVS} from './unlike-cvs.ts'

/** JSON Resume 1.0.0, as its own package has it. */
const schema = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@jsonresume/schema/schema.json'), 'utf8'),
)
const isResume = new Ajv({strict: false, validateFormats: false}).compile(schema)

function profileOf({text, language}: Pick<SampleCv, 'text' | 'language'>) {
  const profile = readProfile({text, pageStarts: [1], sections: findSections(text), language, metadata: {}})
  if (!profile) throw new Error('no profile')
  return profile
}

function fieldsOf(entry: object, like: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(like).map((key) => [key, (entry as Record<string, unknown>)[key]]))
}

describe('the profile of a CV', () => {
  for (const cv of [...CVS, ...UNLIKE_CVS, ...MORE_CVS]) {
    describe(cv.title, () => {
      it('names the person and how to reach them', () => {
        expect(fieldsOf(profileOf(cv).resume.basics ?? {}, cv.basics ?? {})).to.deep.equal(cv.basics)
      })

      it('lists the jobs', () => {
        const {work = []} = profileOf(cv).resume
        expect(work.map((job, index) => fieldsOf(job, cv.work?.[index] ?? {...job}))).to.deep.equal(cv.work)
      })

      it('lists the schools', () => {
        const {education = []} = profileOf(cv).resume
        expect(
          education.map((school, index) => fieldsOf(school, cv.education?.[index] ?? {...school})),
        ).to.deep.equal(cv.education ?? [])
      })

      for (const part of ['skills', 'languages', 'certificates'] as const) {
        const expected = cv[part]
        if (!expected) continue
        it(`lists the ${part}`, () => {
          const entries: readonly object[] = profileOf(cv).resume[part] ?? []
          expect(entries.map((entry, index) => fieldsOf(entry, expected[index] ?? {...entry}))).to.deep.equal(
            expected,
          )
        })
      }

      it('is JSON Resume', () => {
        expect(isResume(profileOf(cv).resume), JSON.stringify(isResume.errors)).to.equal(true)
      })
    })
  }
})

/** The values of a profile as a reader notes them, one a line. */
function noted({basics = {}, work = [], education = []}: Resume): string {
  const line = (what: string, where = '', start = '', end = '') =>
    `${what} @ ${where} | ${start} | ${end}`.replace(/\s+\|/g, ' |').trimEnd()
  return [
    ...(['name', 'email', 'phone'] as const).flatMap((key) =>
      basics[key] ? [`${key}: ${basics[key]}`] : [],
    ),
    ...work.map(
      ({position = '', name, startDate, endDate}) => `job: ${line(position, name, startDate, endDate)}`,
    ),
    ...education.map(({studyType, area, institution, startDate, endDate}) => {
      const study = [studyType, area].filter((one) => one !== undefined).join('; ')
      return `school: ${line(study, institution, startDate, endDate)}`
    }),
  ].join('\n')
}

describe('the profile of a CV in another template', () => {
  for (const cv of OTHER_TEMPLATES) {
    it(`says what is there, and nothing else: ${cv.title}`, () => {
      const {resume} = profileOf(cv)
      expect(noted(resume)).to.equal(cv.expected)
      expect(isResume(resume), JSON.stringify(isResume.errors)).to.equal(true)
    })
  }
})
