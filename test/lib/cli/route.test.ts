import {expect} from 'chai'
import {route} from '#lib/cli/route.js'

const IDS = ['completion', 'queue get', 'queue list', 'worker list']

describe('route', () => {
  const to = (line: string) => route(line === '' ? [] : line.split(' '), IDS)

  it('finds commands, written with a space or a colon', () => {
    expect(to('queue list --limit 5')).to.deep.equal({
      kind: 'command',
      id: 'queue list',
      argv: ['--limit', '5'],
    })
    expect(to('queue:list')).to.deep.equal({kind: 'command', id: 'queue list', argv: []})
    expect(to('completion bash')).to.deep.equal({kind: 'command', id: 'completion', argv: ['bash']})
  })

  it('takes global flags before the command', () => {
    expect(to('--db x.db --json queue get abc')).to.deep.equal({
      kind: 'command',
      id: 'queue get',
      argv: ['--db', 'x.db', '--json', 'abc'],
    })
  })

  it('shows help where it is asked for', () => {
    expect(to('')).to.deep.equal({kind: 'help', subject: ''})
    expect(to('--help')).to.deep.equal({kind: 'help', subject: ''})
    expect(to('--help --json')).to.deep.equal({kind: 'help', subject: ''})
    expect(to('help queue list')).to.deep.equal({kind: 'help', subject: 'queue list'})
    expect(to('queue --help')).to.deep.equal({kind: 'help', subject: 'queue'})
    expect(to('queue list -h')).to.deep.equal({kind: 'help', subject: 'queue list'})
    expect(to('queue get -- --help').kind).to.equal('command')
  })

  it('knows a topic, and what is unknown', () => {
    expect(to('queue')).to.deep.equal({kind: 'topic', id: 'queue'})
    expect(to('--version')).to.deep.equal({kind: 'version'})
    expect(to('queue lst a b')).to.include({kind: 'unknown', words: 'queue lst'})
    expect(to('queue:lst')).to.include({kind: 'unknown', words: 'queue lst'})
    expect(to('--versoin')).to.include({kind: 'unknown', words: '--versoin'})
  })
})
