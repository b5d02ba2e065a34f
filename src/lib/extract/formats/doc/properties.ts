/** Operand sizes by the three highest bits of a modifier's code; 6 means that the operand begins with its length. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3]
const VARIABLE = 6
const TABLE_DEFINITION = 0xd608
const TAB_CHANGE = 0xc615
const NO_LENGTH = 255

/** One change to the look of characters or paragraphs (a Sprm, [MS-DOC] 2.2.5). */
export interface Modifier {
  code: number
  operand: Buffer
}

/** Reads a list of modifiers; one that is cut off ends it. */
export function* modifiers(bytes: Buffer): Generator<Modifier> {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.readUInt16LE(at)
    const [start, end] = operandOf(bytes, at + 2, code)
    if (end > bytes.length) return
    yield {code, operand: bytes.subarray(start, end)}
    at = end
  }
}

function operandOf(bytes: Buffer, at: number, code: number): [start: number, end: number] {
  const kind = code >> 13
  if (kind !== VARIABLE) return [at, at + (SIZES[kind] ?? 1)]
  if (code === TABLE_DEFINITION && at + 2 <= bytes.length) return [at + 2, at + 1 + bytes.readUInt16LE(at)]
  const length = bytes[at] ?? 0
  if (code !== TAB_CHANGE || length !== NO_LENGTH) return [at + 1, at + 1 + length]
  const deleted = bytes[at + 1] ?? 0
  const added = bytes[at + 2 + 4 * deleted] ?? 0
  return [at + 1, at + 3 + 4 * deleted + 3 * added]
}

export interface CharacterLook {
  hidden?: boolean
  deleted?: boolean
  white?: boolean
  tiny?: boolean
  /** A character of a symbol font that stands for the one in the text. */
  symbol?: {font: number; code: number}
  font?: number
  /** Where in the stream `Data` more about the character is. */
  dataAt?: number
}

export interface ParagraphLook {
  style: number
  inTable?: boolean
  endsRow?: boolean
  /** How many tables deep; 1 where only `inTable` is said. */
  depth?: number
  endsInnerCell?: boolean
  endsInnerRow?: boolean
  /** 0 for the highest heading, 9 for text. */
  outline?: number
  list?: number
  level?: number
  /** Points. */
  before?: number
  after?: number
  contextual?: boolean
}

const TWIPS_PER_POINT = 20
const AUTOMATIC_POINTS = 14
const TINY_HALF_POINTS = 4
const WHITE_INDEX = 8

type Apply<Look> = (look: Look, operand: Buffer) => void

/** Codes of modifiers ([MS-DOC] 2.6), by the names that the format gives them. */
const SPRM = {
  CFRMarkDel: 0x0800,
  CFVanish: 0x083c,
  CIco: 0x2a42,
  CCv: 0x6870,
  CHps: 0x4a43,
  CRgFtc0: 0x4a4f,
  CSymbol: 0x6a09,
  CPicLocation: 0x6a03,
  PIstd: 0x4600,
  PFInTable: 0x2416,
  PFTtp: 0x2417,
  PItap: 0x6649,
  PFInnerTableCell: 0x244b,
  PFInnerTtp: 0x244c,
  POutLvl: 0x2640,
  PIlvl: 0x260a,
  PIlfo: 0x460b,
  PDyaBefore: 0xa413,
  PDyaAfter: 0xa414,
  PFDyaBeforeAuto: 0x245b,
  PFDyaAfterAuto: 0x245c,
  PFContextualSpacing: 0x246d,
} as const

const CHARACTERS: Readonly<Record<number, Apply<CharacterLook>>> = {
  [SPRM.CFRMarkDel]: (look, operand) => Object.assign(look, {deleted: isOn(operand, look.deleted)}),
  [SPRM.CFVanish]: (look, operand) => Object.assign(look, {hidden: isOn(operand, look.hidden)}),
  [SPRM.CIco]: (look, operand) => Object.assign(look, {white: operand[0] === WHITE_INDEX}),
  [SPRM.CCv]: (look, operand) => Object.assign(look, {white: operand.readUInt32LE(0) === 0x00ffffff}),
  [SPRM.CHps]: (look, operand) => Object.assign(look, {tiny: operand.readUInt16LE(0) <= TINY_HALF_POINTS}),
  [SPRM.CRgFtc0]: (look, operand) => Object.assign(look, {font: operand.readUInt16LE(0)}),
  [SPRM.CPicLocation]: (look, operand) => Object.assign(look, {dataAt: operand.readUInt32LE(0)}),
  [SPRM.CSymbol]: (look, operand) =>
    Object.assign(look, {symbol: {font: operand.readUInt16LE(0), code: operand.readUInt16LE(2)}}),
}

const PARAGRAPHS: Readonly<Record<number, Apply<ParagraphLook>>> = {
  [SPRM.PIstd]: (look, operand) => Object.assign(look, {style: operand.readUInt16LE(0)}),
  [SPRM.PFInTable]: (look, operand) => Object.assign(look, {inTable: operand[0] === 1}),
  [SPRM.PFTtp]: (look, operand) => Object.assign(look, {endsRow: operand[0] === 1}),
  [SPRM.PItap]: (look, operand) => Object.assign(look, {depth: operand.readInt32LE(0)}),
  [SPRM.PFInnerTableCell]: (look, operand) => Object.assign(look, {endsInnerCell: operand[0] === 1}),
  [SPRM.PFInnerTtp]: (look, operand) => Object.assign(look, {endsInnerRow: operand[0] === 1}),
  [SPRM.POutLvl]: (look, operand) => Object.assign(look, {outline: operand[0]}),
  [SPRM.PIlvl]: (look, operand) => Object.assign(look, {level: operand[0]}),
  [SPRM.PIlfo]: (look, operand) => Object.assign(look, {list: operand.readInt16LE(0)}),
  [SPRM.PDyaBefore]: (look, operand) =>
    Object.assign(look, {before: operand.readUInt16LE(0) / TWIPS_PER_POINT}),
  [SPRM.PDyaAfter]: (look, operand) =>
    Object.assign(look, {after: operand.readUInt16LE(0) / TWIPS_PER_POINT}),
  [SPRM.PFDyaBeforeAuto]: (look, operand) =>
    operand[0] === 1 && Object.assign(look, {before: AUTOMATIC_POINTS}),
  [SPRM.PFDyaAfterAuto]: (look, operand) =>
    operand[0] === 1 && Object.assign(look, {after: AUTOMATIC_POINTS}),
  [SPRM.PFContextualSpacing]: (look, operand) => Object.assign(look, {contextual: operand[0] === 1}),
}

export function applyToCharacters(look: CharacterLook, bytes: Buffer): CharacterLook {
  for (const {code, operand} of modifiers(bytes)) CHARACTERS[code]?.(look, operand)
  return look
}

export function applyToParagraph(look: ParagraphLook, bytes: Buffer): ParagraphLook {
  for (const {code, operand} of modifiers(bytes)) PARAGRAPHS[code]?.(look, operand)
  return look
}

/** 0 and 1 say it; 128 means as in the style, 129 the opposite. */
function isOn(operand: Buffer, inStyle = false): boolean {
  const value = operand[0] ?? 0
  return value < 128 ? value === 1 : value === 128 ? inStyle : !inStyle
}
