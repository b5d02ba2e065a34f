import type {ResumeSkill} from '../../model/profile.js'
import type {CvLine, CvText} from './cv-text.js'
import {found, tidy} from './cv-text.js'
import {isProse} from './entries.js'
import {spokenIn} from './languages.js'
import type {Found, Traced} from './traced.js'

export type TracedSkill = Traced<ResumeSkill>

const LEVEL =
  /^(?:beginner|basic|elementary|novice|familiar|intermediate|good|proficient|advanced|very good|excellent|expert|master|fluent|native|professional|grundkenntnisse|grundlagen|gut|gute kenntnisse|sehr gut|sehr gute kenntnisse|fortgeschritten|experte|débutant|intermédiaire|avancé|bon|très bon|básico|intermedio|avanzado|experto|básico|intermediário|avançado|base|intermedio|avanzato|ottimo|buono|basis|gevorderd|初級|中級|上級|熟练|精通|熟悉|了解|掌握)$/iu
const LABELLED = /^([^:：]{2,50}?)\s*[:：]\s*(.+)$/u
const LIST = /\s*(?:[,;，、；|•·⋅]|\s\/\s|\t)\s*(?![^(（]*[)）])/u
/** Between the last two of a list, and before what belongs to the one before. */
const JOINT =
  /^(?:and|und|et|y|e|en|sowie|as well as|with|including|incl\.|such as|mit|inkl\.|einschließlich|avec|dont|con|incluyendo|met|com)\s/iu
/** A skill's name, no sentence. */
const MAX_SKILL = 60

/** The skills that the CV lists: groups with their keywords, or single ones. */
export function findSkills(text: CvText): TracedSkill[] {
  const skills = text.parts('skills').flatMap(skillsOf)
  return skills.filter(({name}, index) => skills.findIndex((one) => one.name.value === name.value) === index)
}

function skillsOf(part: readonly CvLine[]): TracedSkill[] {
  const skills: TracedSkill[] = []
  const lines = part.flatMap(labelledCells)
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'blank' || isSpoken(line)) continue
    const last = skills.at(-1)
    const row = skillsOfRow(line)
    if (row.length > 0) {
      skills.push(...row)
      continue
    }
    const labelled = LABELLED.exec(line.text)
    if (labelled) {
      const [, label = '', list = ''] = labelled
      skills.push({name: found(tidy(label), line, 0.9), keywords: keywordsOf(list, line)})
    } else if (LEVEL.test(line.text) && last) {
      last.level ??= found(line.text, line, 0.85)
    } else if (continues(lines[index - 1], line) && last) {
      last.keywords = [...(last.keywords ?? []), ...keywordsOf(line.text, line)]
    } else {
      addUnlabelled(skills, line, lines[index - 1], lines[index + 1])
    }
  }
  return skills
}

/** Two groups on one line, each with its label: `Frontend: React⇥Backend: Go`. */
function labelledCells(line: CvLine): CvLine[] {
  const cells = line.text.split('\t')
  return cells.length > 1 && cells.every((cell) => LABELLED.test(cell.trim()))
    ? cells.map((text) => ({...line, text: text.trim()}))
    : [line]
}

/** A line of `Skills and languages` that lists languages of people. */
function isSpoken(line: CvLine): boolean {
  return spokenIn(line).length > 0
}

/** A table's row: names beside their lists or levels, one pair or two. */
function skillsOfRow(line: CvLine): TracedSkill[] {
  const cells = line.text.split(/\s*\t\s*/).map(tidy)
  const pairs = cells.flatMap((name, index) =>
    index % 2 === 0 ? [{name, list: cells[index + 1] ?? ''}] : [],
  )
  const areLists =
    pairs.every(({name}) => name !== '' && !/[,;、，]/.test(name)) &&
    pairs.some(({list}) => /[,;、，]/.test(list))
  const areLevels = pairs.every(({list}) => LEVEL.test(list))
  if (cells.length < 2 || cells.length % 2 === 1 || !(areLists || areLevels)) return []
  return pairs.map(({name, list}) => ({
    name: found(name.replace(/[:：]$/u, ''), line, 0.85),
    ...(areLevels ? {level: found(list, line, 0.85)} : {keywords: keywordsOf(list, line)}),
  }))
}

/** A line that heads a list of others is a group; a line with commas lists skills. */
function addUnlabelled(
  skills: TracedSkill[],
  line: CvLine,
  before: CvLine | undefined,
  next: CvLine | undefined,
): void {
  const parts = keywordsOf(line.text, line)
  const last = skills.at(-1)
  const isListed = parts.length > 1
  const heads =
    !isListed &&
    line.kind !== 'item' &&
    next !== undefined &&
    (LEVEL.test(next.text) || (next.kind === 'item' && before?.kind !== 'item'))
  const belongs =
    last &&
    (line.kind !== 'item' || before?.kind !== 'item') &&
    skills.at(-2)?.name.line !== last.name.line &&
    (last.level !== undefined || last.keywords === undefined) &&
    before?.kind !== 'blank'
  if (heads || line.kind === 'heading') {
    if (!isProse(line.text)) skills.push({name: found(tidy(line.text), line, 0.85)})
  } else if (isListed && belongs && !last.keywords) {
    last.keywords = parts
  } else if (line.kind === 'item' && last && last.name.line < line.line && isUnder(last, line, before)) {
    last.keywords = [...(last.keywords ?? []), ...parts]
  } else {
    skills.push(
      ...parts
        .filter(({value}) => !isProse(value))
        .map((name) => ({name: {...name, confidence: isListed || line.kind === 'item' ? 0.8 : 0.65}})),
    )
  }
}

/** Items directly below a group's name. */
function isUnder(skill: TracedSkill, line: CvLine, before: CvLine | undefined): boolean {
  const above = skill.keywords?.at(-1)?.line ?? skill.name.line
  const isGroup = skill.keywords !== undefined || skill.name.confidence === 0.85
  return isGroup && above === line.line - 1 && before?.kind !== 'blank'
}

/** A list that goes on behind a comma. */
function continues(before: CvLine | undefined, line: CvLine): boolean {
  return before !== undefined && line.kind === 'text' && /[,;，、]$/u.test(before.text)
}

function keywordsOf(list: string, line: CvLine): Found[] {
  return list
    .replace(/[.。]$/u, '')
    .split(LIST)
    .map((keyword) => tidy(keyword.replace(JOINT, '')))
    .filter((keyword) => /\p{L}/u.test(keyword) && !/@|https?:/u.test(keyword) && keyword.length <= MAX_SKILL)
    .map((keyword) => found(keyword, line, 0.85))
}
