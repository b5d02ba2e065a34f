import {type ChildProcess, spawn} from 'node:child_process'
import {AtsError} from '../../../model/errors.js'
import {type Grey, toPgm} from '../page/grey.js'
import {type Engine, PAGE_MODE} from './engine.js'

const PROGRAM = 'tesseract'
/** The first with the neural engine whose data the languages have. */
const OLDEST = 4

/** The Tesseract that is installed on the machine. */
export interface NativeTesseract {
  version: string
  /** Names of the languages that it has data for, `osd` included. */
  languages: ReadonlySet<string>
}

/** Looks for Tesseract on the PATH; undefined where there is none, an old one, or one that does not run. */
export async function findNativeTesseract(): Promise<NativeTesseract | undefined> {
  try {
    const version = /tesseract v?(\d+)(\.[\w.]+)?/.exec(await run(['--version']))
    if (!version || Number(version[1]) < OLDEST) return undefined
    const lines = (await run(['--list-langs'])).split('\n').slice(1)
    const languages = new Set(lines.map((line) => line.trim()).filter((line) => /^[\w/]+$/.test(line)))
    return {version: `${version[1]}${version[2] ?? ''}`, languages}
  } catch {
    return undefined
  }
}

/**
 * Reads pages with the machine's own Tesseract, one process a page. The processes belong to the group of this one and
 * are killed with it.
 */
export function createNativeEngine({version, languages}: NativeTesseract): Engine {
  const running = new Set<ChildProcess>()
  const ask = (page: Grey, args: readonly string[]) => run(['-', '-', ...args], {input: toPgm(page), running})
  return {
    name: `tesseract ${version}`,
    read: (page, wanted) =>
      ask(page, ['-l', wanted.join('+'), '--psm', PAGE_MODE.automatic, '-c', 'tessedit_create_tsv=1']),
    findTurn: async (page) => {
      if (!languages.has('osd')) return undefined
      // Too few letters to tell by are an error of Tesseract's.
      const answer = await ask(page, ['-l', 'osd', '--psm', PAGE_MODE.orientationOnly]).catch(() => '')
      const degrees = /^Rotate: (\d+)$/m.exec(answer)?.[1]
      return degrees === undefined ? undefined : Number(degrees)
    },
    close: async () => {
      for (const child of running) child.kill('SIGKILL')
    },
  }
}

function run(
  args: readonly string[],
  {input, running}: {input?: Buffer; running?: Set<ChildProcess>} = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(PROGRAM, args, {stdio: 'pipe'})
    running?.add(child)
    const output: Buffer[] = []
    let complaint = ''
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString('utf8')).slice(-500)
    })
    child.on('error', (cause) => reject(failure(cause.message, cause)))
    child.on('close', (code, signal) => {
      running?.delete(child)
      if (code === 0) resolve(Buffer.concat(output).toString('utf8'))
      else reject(failure(complaint.trim() || (signal ?? `exit code ${code}`)))
    })
    // A program that ends without reading all is told of by its exit code.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

function failure(reason: string, cause?: unknown): AtsError {
  return new AtsError('EXTRACTOR_CRASHED', `OCR failed: ${reason}`, {cause})
}
