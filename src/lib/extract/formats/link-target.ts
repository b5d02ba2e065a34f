/** A longer one is data, not an address. */
const MAX_TARGET = 2000

/**
 * What to add after a link's visible text so that no address is lost: ` (https://…)`, the bare target and a blank
 * where nothing is visible, or nothing where the text already shows it or the target leads nowhere outside the file.
 */
export function linkSuffix(visible: string, target: string): string {
  const address = addressOf(target.trim())
  if (address === undefined || isShown(visible, address)) return ''
  return visible.trim() === '' ? `${address} ` : ` (${address})`
}

function addressOf(target: string): string | undefined {
  if (target.length > MAX_TARGET) return undefined
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(target)?.[1]?.toLowerCase()
  if (scheme === 'mailto') return decode(target.slice(7).replace(/\?.*$/s, '')) || undefined
  if (scheme === 'tel') return decode(target.slice(4)) || undefined
  if (scheme === 'http' || scheme === 'https' || scheme === 'ftp') return target
  return /^(www\.[^\s/]+|[\w-]+(\.[\w-]+)+\/\S*)$/i.test(target) && scheme === undefined ? target : undefined
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text).trim()
  } catch {
    return text.trim()
  }
}

function isShown(visible: string, address: string): boolean {
  if (bare(visible).includes(bare(address))) return true
  const number = address.replace(/\D/g, '')
  return /^[+\d\s().-]+$/.test(address) && visible.replace(/\D/g, '').includes(number)
}

function bare(text: string): string {
  return decode(text)
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^(https?|ftp):\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '')
}
