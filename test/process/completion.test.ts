import {spawnSync} from 'node:child_process'
import {existsSync, writeFileSync} from 'node:fs'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {ats, LAUNCHER} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {isInstalled} from '../support/tools.ts'

describe('completion', () => {
  const dir = useTempDir()
  const candidates = async (...words: string[]) => {
    const {stdout} = await ats(['__complete', '--', ...words], {cwd: dir.path})
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t')[0])
  }

  it('offers topics, commands, flags and values', async () => {
    expect(await candidates('')).to.deep.equal([
      'completion',
      'db',
      'doctor',
      'documents',
      'queue',
      'watch',
      'worker',
    ])
    expect(await candidates('queue', 're')).to.deep.equal(['resume', 'retry'])
    expect(await candidates('queue', 'list', '--st')).to.deep.equal(['--status'])
    expect(await candidates('queue', 'list', '--status', '')).to.deep.equal([
      'pending',
      'processing',
      'completed',
      'failed',
    ])
    expect(await candidates('worker', 'run', '--log-format', 'j')).to.deep.equal(['json'])
    expect(await candidates('completion', '')).to.deep.equal(['bash', 'zsh', 'fish'])
    expect(await candidates('queue', 'enqueue', '')).to.deep.equal([])
  })

  it('offers ids of the database that is named, and makes none', async () => {
    expect(await candidates('queue', 'get', '')).to.deep.equal([])
    expect(existsSync(dir.file('jobs.db'))).to.equal(false)
    const queue = new IngestionQueue(dir.file('other.db'))
    const id = await queue.enqueue('/srv/a.pdf')
    await queue.close()
    expect(await candidates('queue', 'cancel', '--db', dir.file('other.db'), '')).to.deep.equal([id])
  })

  if (isInstalled('bash')) {
    it('works in bash', async () => {
      const {stdout: script} = await ats(['completion', 'bash'], {cwd: dir.path})
      writeFileSync(dir.file('completion.bash'), script)
      writeFileSync(dir.file('ats'), `#!/bin/sh\nexec '${process.execPath}' '${LAUNCHER}' "$@"\n`, {
        mode: 0o755,
      })
      const complete = (...words: string[]) => {
        const line = words.map((word) => `'${word}'`).join(' ')
        const command = `source ./completion.bash; COMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _ats; printf '%s\\n' "\${COMPREPLY[@]}"`
        const {stdout, stderr} = spawnSync('bash', ['--norc', '-c', command], {
          cwd: dir.path,
          encoding: 'utf8',
          env: {PATH: process.env.PATH ?? ''},
        })
        expect(stderr).to.equal('')
        return stdout.trim().split('\n')
      }
      expect(complete('./ats', 'que')).to.deep.equal(['queue'])
      expect(complete('./ats', 'queue', 'list', '--status', 'p')).to.deep.equal(['pending', 'processing'])
      expect(complete('./ats', 'queue', 'enqueue', 'compl')).to.deep.equal(['completion.bash'])
    })
  }
})
