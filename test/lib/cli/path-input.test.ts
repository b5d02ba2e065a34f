import {expect} from 'chai'
import {inBatches, readPathList} from '#lib/cli/path-input.js'

async function* chunks(...parts: string[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield Buffer.from(part, 'latin1')
}

describe('a list of paths', () => {
  const latin = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

  it('is one a line, CRLF and blank lines tolerated', async () => {
    const paths = await Array.fromAsync(readPathList(chunks('a b\r\n\n  \nc', 'd\n/e\n'), '\n'))
    expect(paths).to.deep.equal(['a b', 'cd', '/e'])
  })

  it('is NUL-separated where asked, with line breaks in names', async () => {
    const paths = await Array.fromAsync(readPathList(chunks('a\nb\0', '\0c\r\0'), '\0'))
    expect(paths).to.deep.equal(['a\nb', 'c\r'])
  })

  it('survives a character that is split between chunks', async () => {
    const bytes = latin('né.pdf\n')
    const paths = await Array.fromAsync(readPathList(chunks(bytes.slice(0, 2), bytes.slice(2)), '\n'))
    expect(paths).to.deep.equal(['né.pdf'])
  })

  it('refuses what is no list', async () => {
    const error = await Array.fromAsync(readPathList(chunks('x'.repeat(70_000)), '\n')).catch((e) => e)
    expect(error).to.include({code: 'USAGE'})
  })

  it('comes in batches', async () => {
    const batches = await Array.fromAsync(inBatches(readPathList(chunks('1\n2\n3\n4\n5'), '\n'), 2))
    expect(batches).to.deep.equal([['1', '2'], ['3', '4'], ['5']])
  })
})
