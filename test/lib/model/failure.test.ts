import {expect} from 'chai'
import {FILE_ERRORS, type FileErrorCode, isRetryable} from '#lib/model/errors.js'
import {judgeFailure} from '#lib/model/failure.js'

const judge = (code: FileErrorCode | null, retries: number, maxRetries: number) =>
  judgeFailure({code, message: ''}, {retries, maxRetries}, () => 0)

describe('model/failure', () => {
  it('retries until the budget is used up', () => {
    expect(judge('TIMEOUT', 0, 2)).to.deep.equal({kind: 'retry', retries: 1, delayMs: 2_500})
    expect(judge('TIMEOUT', 1, 2)).to.deep.equal({kind: 'retry', retries: 2, delayMs: 5_000})
    expect(judge('TIMEOUT', 2, 2)).to.deep.equal({kind: 'failed'})
    expect(judge('TIMEOUT', 0, 0)).to.deep.equal({kind: 'failed'})
  })

  it('fails at once, retries unspent, what no retry can cure', () => {
    for (const code of [
      'UNSUPPORTED_FORMAT',
      'EMPTY_FILE',
      'ENCRYPTED',
      'CORRUPT',
      'TOO_LARGE',
      'NO_TEXT',
    ] as const) {
      expect(judge(code, 0, 3), code).to.deep.equal({kind: 'failed'})
    }
  })

  it('retries what SPEC §2 says a retry can cure, and what it does not know', () => {
    const curable = [
      'FILE_NOT_FOUND',
      'PERMISSION_DENIED',
      'TIMEOUT',
      'OUT_OF_MEMORY',
      'EXTRACTOR_CRASHED',
      'IO_ERROR',
    ]
    for (const code of curable) expect(isRetryable(code), code).to.equal(true)
    expect(judge(null, 0, 1).kind).to.equal('retry')
    expect(isRetryable('SOMETHING_ELSE')).to.equal(true)
  })

  it('gives every code a meaning', () => {
    for (const [code, {meaning}] of Object.entries(FILE_ERRORS)) expect(meaning, code).to.not.equal('')
  })
})
