import {writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {ats, document} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'

describe('ats documents get --format', () => {
  const dir = useTempDir()
  const run = (...args: string[]) => ats(args, {cwd: dir.path})

  it('prints the text as it is kept, without marks, or all that is known', async () => {
    writeFileSync(dir.file('ada.md'), '# Ada Beispiel\n\n## Work\n\n**Pilot** at Example Air\n')
    await run('queue', 'enqueue', 'ada.md')
    await run('worker', 'run', '--drain')
    const get = (...args: string[]) => run('documents', 'get', 'ada.md', ...args)
    const kept = '# Ada Beispiel\n\n## Work\n\n**Pilot** at Example Air\n'
    expect((await get()).stdout).to.equal(kept)
    expect((await get('--format', 'md')).stdout).to.equal(kept)
    expect((await get('--format', 'text')).stdout).to.equal('Ada Beispiel\n\nWork\n\nPilot at Example Air\n')
    const asJson = await get('--format', 'json')
    expect(document(asJson)).to.deep.equal(document(await get('--json')))
    expect(document(asJson)).to.include({file_type: 'md', text: kept.trimEnd()})
    expect((await get('--format', 'pdf')).code).to.equal(2)
  })
})
