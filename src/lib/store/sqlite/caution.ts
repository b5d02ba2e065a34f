import {statfsSync} from 'node:fs'

/** File systems of other machines, by the number that Linux gives them: their locks are not to be trusted. */
const NETWORK = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0x01021997, '9p'],
  [0x5346414f, 'AFS'],
  [0x00c36400, 'Ceph'],
  [0x0bd00bd0, 'Lustre'],
  [0x47504653, 'GPFS'],
  [0x65735546, 'FUSE'],
  [0x786f4256, 'a shared folder of VirtualBox'],
])

const OVERLAY = 0x794c7630

/** What a database has to fear of a file system, by the number that `statfs` gives of it; undefined: nothing known. */
export function cautionOf(type: number): string | undefined {
  if (type === OVERLAY) {
    return 'is in the layer of a container, which is deleted with it: mount a volume for its directory'
  }
  const name = NETWORK.get(type)
  return (
    name &&
    `is on ${name}, where locks may not hold: use it from one machine only, or keep it on a local disk`
  )
}

/** The same for the file system that holds a path. */
export function cautionAbout(path: string): string | undefined {
  try {
    const caution = cautionOf(statfsSync(path).type)
    return caution && `${path} ${caution}`
  } catch {
    // A file system that cannot say what it is gives no ground for a warning.
    return undefined
  }
}
