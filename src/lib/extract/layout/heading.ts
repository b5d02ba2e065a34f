import type {Fragment} from './piece.js'

const LONGEST = 40
const LARGER = 1.15

/** The words over the sections of a CV, in the languages of most of them. */
const SECTION =
  /^(about( me)?|profiles?|(professional |executive )?summary|objective|contacts?|contact (details|information)|personal (details|information)|((work|professional|relevant|other) )?experience|work|(work|employment) history|employment|education( and training)?|academic background|((technical|key|soft|digital|it|computer|language) )?skills|languages?|((selected|key|personal) )?projects|(selected )?publications|certifi\w+|licen[cs]es( (and|&) certifications)?|awards|honou?rs|honou?rs (and|&) awards|(areas of )?interests|hobbies|references|volunteer\w*( (work|experience))?|courses|trainings?|achievements|patents|memberships|strengths|kontakt|profil|über mich|persönliche (daten|angaben)|berufserfahrung|berufliche(r)? (erfahrung|werdegang|laufbahn)|werdegang|(aus|weiter)bildung|aus- und weiterbildung|bildung|studium|praktika|kenntnisse( und fähigkeiten)?|(edv|it|sprach|fach)-?kenntnisse|fähigkeiten|sprachen|interessen|projekte|auszeichnungen|zertifikate|referenzen|ehrenamt|formations?|études|diplômes|expériences?( professionnelles?)?|parcours( professionnel)?|compétences( \p{L}+)?|langues|loisirs|centres d['’]intérêt|à propos|certificats|perfil( profesional| profissional)?|contacto|contato|experiencia( \p{L}+)?|experiência( \p{L}+)?|educación|educação|formación( académica)?|formação( acadêmica| académica)?|habilidades|aptitudes|competências|competencias|idiomas|intereses|interesses|referencias|referências|proyectos|projetos|profilo|contatti|esperienz[ae]( \p{L}+)?|istruzione( e formazione)?|formazione|competenze( \p{L}+)?|lingue|interessi|progetti|profiel|werkervaring|opleiding(en)?|vaardigheden|talen|hobby['’]?s|cursussen|个人信息|个人简介|自我评价|工作经历|工作经验|教育背景|教育经历|专业技能|技能|语言|语言能力|项目经历|项目经验|证书|获奖情况|兴趣爱好|职歴|職歴|学歴|学歴・職歴|資格|免許・資格|スキル|自己PR|志望動機|語学|言語|職務経歴|職務要約)$/iu

/** Whether these are the words over a section of a CV. */
export function isSectionTitle(text: string): boolean {
  return SECTION.test(text.trim().replace(/\s*[:：]$/u, ''))
}

/**
 * Whether a line looks like the heading of a section: a word that CVs use for one, or short, larger than the text
 * and without digits.
 *
 * @param bodySize the font size of the page's ordinary text
 */
export function isHeading({text, size}: Fragment, bodySize: number): boolean {
  const words = text.trim()
  if (words.length > LONGEST) return false
  if (isSectionTitle(words)) return true
  return size >= LARGER * bodySize && /^\p{L}[\p{L} &/-]{3,}$/u.test(words)
}
