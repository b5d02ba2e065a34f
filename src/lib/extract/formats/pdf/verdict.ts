import type {Drawing} from './drawing.js'
import {isGibberish} from './gibberish.js'

/** The poorest page of real text that was measured has 162 characters, scans have none, broken fonts two to five. */
const PLENTY = 160
/** Enough not to take the drawings beside it for letters. */
const SOME = 40
const LARGE_IMAGE = 0.5
const VISIBLE_IMAGE = 0.02
const MOST_UNMAPPED = 0.3
/** Confidence from which OCR is preferred to text that looks like none. */
const DOUBTED = 50
/** Confidence from which our OCR is preferred to a text layer that an older one has left. */
const TRUSTED = 70
/** A page of outlined letters has hundreds of paths, one with rules and boxes a few dozen. */
const OUTLINED = 60

export interface TextQuality {
  /** Characters other than white space that a reader can make sense of. */
  mapped: number
  /** Control, private-use and replacement characters. */
  unmapped: number
  /** The characters are mapped, but to wrong ones. */
  isGibberish: boolean
}

/** Measures how much of a text layer is text. */
export function textQuality(text: string): TextQuality {
  const visible = text.replace(/\s+/gu, '')
  const unmapped = visible.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0
  return {mapped: Array.from(visible).length - unmapped, unmapped, isGibberish: isGibberish(text)}
}

/** Whether there is so much text, and so good, that nothing else on the page matters. */
export function isPlenty({mapped, unmapped, isGibberish}: TextQuality): boolean {
  return mapped >= PLENTY && unmapped <= MOST_UNMAPPED * (mapped + unmapped) && !isGibberish
}

/** Whether the page is an image and little else, but for the text that another program's OCR laid over or under it. */
export function isScan({imageShare, paths, visibleStrings}: Drawing): boolean {
  return imageShare >= LARGE_IMAGE && paths < OUTLINED && visibleStrings === 0
}

/** Whether text that OCR read takes the place of the page's own. */
export function isBetter(
  own: TextQuality,
  read: TextQuality & {confidence: number},
  drawing: Drawing,
): boolean {
  if (own.mapped === 0) return read.mapped > 0
  if (own.isGibberish) return read.confidence >= DOUBTED
  if (!isScan(drawing)) return read.mapped >= own.mapped
  return read.confidence >= TRUSTED || (!isPlenty(own) && read.mapped >= own.mapped)
}

/** How a page with a scarce text layer is to be read. */
export function judge(quality: TextQuality, {imageShare, paths, strings}: Drawing): 'text' | 'ocr' | 'empty' {
  const {mapped, unmapped} = quality
  if (quality.isGibberish) return 'ocr'
  if (imageShare >= LARGE_IMAGE) return 'ocr'
  if (paths >= OUTLINED && mapped < SOME) return 'ocr'
  if (mapped > 0) return unmapped <= MOST_UNMAPPED * (mapped + unmapped) ? 'text' : 'ocr'
  return unmapped > 0 || strings > 0 || imageShare >= VISIBLE_IMAGE ? 'ocr' : 'empty'
}
