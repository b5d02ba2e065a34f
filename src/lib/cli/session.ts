import type {CommandIndex} from './command-index.js'
import type {Interruption} from './interruption.js'
import type {Output} from './output.js'

/** Everything that a command may know of the process it runs in; made once, at the top. */
export interface Session {
  /** The arguments as they were given. */
  commandLine: readonly string[]
  env: NodeJS.ProcessEnv
  cwd: () => string
  stdin: NodeJS.ReadStream
  stdout: Output
  stderr: Output
  /** Where live progress is drawn. */
  screen: NodeJS.WriteStream
  interruption: Interruption
  commands: CommandIndex
  now: () => Date
}
