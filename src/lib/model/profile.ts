import type {TextPlace} from './section.js'

/**
 * What a CV says of its person, in the form of JSON Resume 1.0.0 (https://jsonresume.org/schema): what is not there
 * is absent, never guessed. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 */
export interface Resume {
  basics?: ResumeBasics
  work?: ResumeWork[]
  education?: ResumeEducation[]
  skills?: ResumeSkill[]
  languages?: ResumeLanguage[]
  certificates?: ResumeCertificate[]
}

export interface ResumeBasics {
  name?: string
  /** The headline. */
  label?: string
  email?: string
  /** E.164 where the country is known, else as it stands there. */
  phone?: string
  url?: string
  summary?: string
  location?: ResumeLocation
  profiles?: ResumeLink[]
}

export interface ResumeLocation {
  address?: string
  postalCode?: string
  city?: string
  region?: string
  /** ISO 3166-1 alpha-2. */
  countryCode?: string
}

export interface ResumeLink {
  /** `LinkedIn`, `GitHub`, … */
  network: string
  username?: string
  url: string
}

export interface ResumeWork {
  name?: string
  position?: string
  url?: string
  location?: string
  startDate?: string
  /** Absent for the current one. */
  endDate?: string
  /** What is told of it in sentences, outside its list. */
  summary?: string
  highlights?: string[]
}

export interface ResumeEducation {
  institution?: string
  url?: string
  /** The subject. */
  area?: string
  /** The degree. */
  studyType?: string
  startDate?: string
  endDate?: string
}

export interface ResumeSkill {
  /** The skill, or the group that `keywords` belong to. */
  name: string
  level?: string
  keywords?: string[]
}

export interface ResumeLanguage {
  language: string
  fluency?: string
}

export interface ResumeCertificate {
  name: string
  issuer?: string
  date?: string
}

/** Where a value was found and how sure that is. */
export interface Evidence extends TextPlace {
  /** 0 to 1. */
  confidence: number
}

export interface Profile {
  resume: Resume
  /** By JSON pointer into `resume`: `/basics/email`, `/work/0/position`. */
  found: Record<string, Evidence>
}
