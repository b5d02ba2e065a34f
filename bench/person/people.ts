import {globSync} from 'node:fs'
import {join} from 'node:path'

/** Files of one person, as far as their contact details tell; two labels are two people. */
const PEOPLE: [person: string, pattern: string][] = [
  ['rendercv', 'cv/rendercv/examples/*.pdf'],
  ['rendercv', 'derived/abuse_dev/dup/*.pdf'],
  ['rendercv, the long CV', 'cv/rendercv/tests/**/full.{html,md}'],
  ['rendercv, the long CV', 'derived/convert/rendercv_full_johndoe.docx'],
  ['rendercv', 'derived/scans/{rendercv_classic,rendercv_opal,sb2nov}.*.{pdf,tif,jpg}'],
  ['rendercv, the short CV', 'cv/rendercv/tests/**/*minimal.{pdf,html,md}'],
  ['reactive-resume', 'cv/reactive-resume/**/templates/pdf/*.pdf'],
  ['reactive-resume', 'derived/scans/rr_*.{pdf,tif}'],
  ['reactive-resume, the sample', 'cv/reactive-resume/**/sample-resumes/*.pdf'],
  ['hendriks', 'derived/jsonresume/*.{doc,docx,html,odt,pdf,rtf}'],
  ['hendriks', 'derived/convert/hendricks_md.{doc,docx,html,rtf}'],
  ['hendriks', 'cv/resume.md/resume.{html,md,pdf}'],
  ['hendriks', 'derived/scans/resumemd.*.{pdf,tif}'],
  ['moderncv', 'cv/moderncv/examples/template_*.pdf'],
  ['moderncv', 'cv/moderncv/examples/template-{es,multibib}.pdf'],
  ['moderncv', 'derived/scans/moderncv_{banking,es}.*.{pdf,tif}'],
  ['moderncv', 'cv/moderncv-hist/examples/template_banking_black.pdf'],
  ['moderncv, in Chinese', 'cv/moderncv/examples/template-zh.pdf'],
  ['moderncv, in Chinese', 'derived/scans/moderncv_zh.*.{pdf,tif}'],
  ['moderncv, jdoe', 'cv/moderncv-hist/examples/jdoe_*.pdf'],
  ['twentyseconds', 'cv/twentyseconds/*.pdf'],
  ['twentyseconds', 'derived/scans/twentysec.*.{pdf,tif}'],
  ['jakegut', 'derived/convert/jakegut_tex.docx'],
  ['jakegut, the picture', 'cv/jakegut/resume.png'],
  ['one_resume', 'cv/one_resume/examples/resume.docx'],
]

export interface LabelledFile {
  person: string
  /** Absolute. */
  file: string
}

export function peopleOf(corpus: string): LabelledFile[] {
  return PEOPLE.flatMap(([person, pattern]) =>
    globSync(pattern, {cwd: corpus})
      .sort()
      .map((file) => ({person, file: join(corpus, file)})),
  )
}
