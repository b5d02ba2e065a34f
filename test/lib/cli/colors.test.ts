import {expect} from 'chai'
import {wantsColor} from '#lib/cli/colors.js'

describe('colours', () => {
  const ask = (env: Record<string, string>, isTerminal: boolean, noColor = false) =>
    wantsColor({env, isTerminal, noColor})

  it('are for terminals', () => {
    expect(ask({TERM: 'xterm'}, true)).to.equal(true)
    expect(ask({TERM: 'xterm'}, false)).to.equal(false)
    expect(ask({TERM: 'dumb'}, true)).to.equal(false)
  })

  it('are switched by the environment', () => {
    expect(ask({NO_COLOR: '1'}, true)).to.equal(false)
    expect(ask({NO_COLOR: ''}, true)).to.equal(true)
    expect(ask({CLICOLOR: '0'}, true)).to.equal(false)
    expect(ask({CLICOLOR_FORCE: '1'}, false)).to.equal(true)
    expect(ask({CLICOLOR_FORCE: '0'}, false)).to.equal(false)
    expect(ask({FORCE_COLOR: '1', NO_COLOR: '1'}, false)).to.equal(true)
    expect(ask({FORCE_COLOR: '0'}, true)).to.equal(false)
  })

  it('are off with --no-color, whatever else is said', () => {
    expect(ask({FORCE_COLOR: '1', CLICOLOR_FORCE: '1'}, true, true)).to.equal(false)
  })
})
