import {stat} from 'node:fs/promises'
import {contentHash} from './content-hash.js'

/** What is known of contents that were erased and may not be taken in again. */
export interface BlockList {
  /** In bytes, of all of them; null: there is one of which nobody knows. */
  blockedSizes(): Promise<ReadonlySet<number | null>>
  /** @param sha256 hex, of a content */
  isBlocked(sha256: string): Promise<boolean>
}

/**
 * Whether a file's content was erased and is blocked: asked before its name is written down anywhere. Costs a look at
 * the list where nothing is blocked, and a `stat` where no blocked content is as long, or may be.
 *
 * @returns the hash of the content, if so
 */
export async function blockedContent(
  path: string | Uint8Array,
  list: BlockList,
): Promise<string | undefined> {
  const sizes = await list.blockedSizes()
  if (sizes.size === 0) return undefined
  const stats = await stat(path as string | Buffer).catch(() => undefined)
  if (!stats?.isFile() || !(sizes.has(stats.size) || sizes.has(null))) return undefined
  const sha256 = await contentHash(path)
  return sha256 !== undefined && (await list.isBlocked(sha256)) ? sha256 : undefined
}

/** The list as it is now, for a look at many files: the sizes are asked for once. */
export async function listForMany(list: BlockList): Promise<BlockList> {
  const sizes = await list.blockedSizes()
  return {blockedSizes: async () => sizes, isBlocked: (sha256) => list.isBlocked(sha256)}
}
