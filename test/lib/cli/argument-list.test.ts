import {expect} from 'chai'
import {splitArguments} from '#lib/cli/argument-list.js'
import {GLOBAL_FLAGS} from '#lib/cli/flags.js'

describe('a list of arguments', () => {
  const split = (...argv: string[]) =>
    splitArguments(argv, GLOBAL_FLAGS as unknown as Parameters<typeof splitArguments>[1])

  it('is parted into flags and words', () => {
    expect(split('a', '--db', 'x.db', 'b', '--json', '-', '--db=y', 'c')).to.deep.equal({
      flagTokens: ['--db', 'x.db', '--json', '--db=y'],
      words: ['a', 'b', '-', 'c'],
    })
  })

  it('takes everything after -- for words', () => {
    expect(split('--json', '--', '--db', '-x').words).to.deep.equal(['--db', '-x'])
  })

  it('leaves flags that nobody knows to the parser', () => {
    expect(split('--wat', 'a')).to.deep.equal({flagTokens: ['--wat'], words: ['a']})
  })
})
