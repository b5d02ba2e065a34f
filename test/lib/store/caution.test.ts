import {expect} from 'chai'
import {cautionAbout, cautionOf} from '#lib/store/sqlite/caution.js'

describe('store/sqlite/caution', () => {
  it('warns of file systems on other machines, and of the layers of containers', () => {
    expect(cautionOf(0x6969)).to.contain('NFS')
    expect(cautionOf(0xfe534d42)).to.contain('SMB')
    expect(cautionOf(0x01021997)).to.contain('9p')
    expect(cautionOf(0x794c7630)).to.contain('volume')
  })

  it('has nothing against local disks: ext4, XFS, Btrfs, ZFS, tmpfs, APFS', () => {
    for (const type of [0xef53, 0x58465342, 0x9123683e, 0x2fc12fc1, 0x01021994, 0x1a]) {
      expect(cautionOf(type)).to.equal(undefined)
    }
  })

  it('says nothing of a path that is not there', () => {
    expect(cautionAbout('/no/such/file')).to.equal(undefined)
  })
})
