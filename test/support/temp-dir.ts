import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

/** An empty directory that is gone when the test is. Call it inside `describe` or at the top of a file. */
export function useTempDir(): {readonly path: string; file: (name: string) => string} {
  let path = ''
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'ats-test-'))
  })
  afterEach(() => {
    rmSync(path, {recursive: true, force: true, maxRetries: 5})
  })
  return {
    get path() {
      return path
    },
    file: (name) => join(path, name),
  }
}
