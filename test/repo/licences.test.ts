import {readFileSync} from 'node:fs'
import {expect} from 'chai'

interface LockedPackage {
  license?: string
  dev?: boolean
  devOptional?: boolean
  link?: boolean
}

describe('the licences of what ships', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  const shipped = Object.entries(lock.packages).filter(([path, {dev}]) => path !== '' && !dev)

  it('are known', () => {
    expect(shipped.filter(([, {license}]) => !license).map(([path]) => path)).to.deep.equal([])
  })

  it('hold no GPL and no AGPL', () => {
    const strict = shipped.filter(([, {license = ''}]) =>
      license.split(' OR ').every((choice) => /(^|[^L])A?GPL/.test(choice)),
    )
    expect(strict.map(([path]) => path)).to.deep.equal([])
  })

  it('come without download addresses in the lock file', () => {
    expect(readFileSync('package-lock.json', 'utf8')).to.not.include('"resolved"')
  })
})
