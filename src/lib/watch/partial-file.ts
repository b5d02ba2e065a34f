/** Names under which browsers, mail programs, offices and copying tools keep what is not whole yet. */
const PARTIAL = [
  /^~\$/,
  /^~.*\.tmp$/i,
  /\.(?:part|partial|crdownload|download|opdownload|tmp|temp|swp|filepart|!ut|!qb)$/i,
  /~$/,
]

export function isPartial(name: string): boolean {
  return PARTIAL.some((pattern) => pattern.test(name))
}
