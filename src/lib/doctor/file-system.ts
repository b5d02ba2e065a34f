import {readFileSync} from 'node:fs'

/** How far a file system can be trusted with a database that several processes write. */
export type FileSystemKind = 'local' | 'network' | 'overlay' | 'memory'

export interface FileSystem {
  /** As the kernel calls it: `ext4`, `nfs4`. */
  type: string
  kind: FileSystemKind
  mountPoint: string
}

const NETWORK =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|gfs2|ocfs2|glusterfs|lustre|beegfs|gpfs|9p|vboxsf|vmhgfs|virtiofs|prl_fs|drvfs|davfs|ncpfs|coda|fuse\.(?!ntfs|exfat|ext)(?!fuse-overlayfs).*)$/

/**
 * The file system that holds a path.
 *
 * @param path absolute, without links
 * @param mounts as `/proc/self/mounts` gives them
 */
export function fileSystemOf(path: string, mounts: string): FileSystem | undefined {
  let found: FileSystem | undefined
  for (const line of mounts.split('\n')) {
    const [, mountPoint = '', type = ''] = line.split(' ').map(unescapeMount)
    const inside = mountPoint === '/' || path === mountPoint || path.startsWith(`${mountPoint}/`)
    // Of two mounts on one point the later covers the earlier.
    if (type !== '' && inside && mountPoint.length >= (found?.mountPoint.length ?? 0))
      found = {type, kind: kindOf(type), mountPoint}
  }
  return found
}

/** @returns undefined where the system does not say */
export function readMounts(): string | undefined {
  try {
    return readFileSync('/proc/self/mounts', 'utf8')
  } catch {
    // Only Linux has it.
    return undefined
  }
}

function kindOf(type: string): FileSystemKind {
  if (NETWORK.test(type)) return 'network'
  if (/^(overlay|aufs|fuse\.fuse-overlayfs)/.test(type)) return 'overlay'
  return /^(tmpfs|ramfs|devtmpfs)$/.test(type) ? 'memory' : 'local'
}

/** The kernel writes a space as `\040`. */
function unescapeMount(word: string): string {
  return word.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
}
