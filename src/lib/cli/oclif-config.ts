import type {Command} from '@oclif/core/command'
import type {Session} from './session.js'

type Config = Command['config']

/**
 * What oclif's commands and help want to know of the program. Its own class finds that out from the user's home, a
 * theme, the shell and a plugin list, fails for a user without an entry in the password file, and loads half of oclif.
 */
export class OclifConfig implements Partial<Config> {
  readonly session: Session
  readonly root: string
  readonly version: string
  readonly name = 'ats'
  readonly bin = 'ats'
  readonly topicSeparator = ' '
  readonly platform = process.platform as Config['platform']
  readonly arch = process.arch as Config['arch']
  readonly userAgent: string
  readonly pjson: Config['pjson']

  constructor(session: Session, {root, version}: {root: string; version: string}) {
    this.session = session
    this.root = root
    this.version = version
    this.userAgent = `ats/${version} ${process.platform}-${process.arch} node-${process.version}`
    this.pjson = {name: 'ats', version, oclif: {}} as unknown as Config['pjson']
  }

  /** For what oclif takes a configuration of its own for. */
  asConfig(): Config {
    return this as unknown as Config
  }

  /** There are no hooks. */
  async runHook() {
    return {successes: [], failures: []}
  }

  /** Settings come from the environment by our own names. */
  scopedEnvVar(): undefined {
    return undefined
  }
}
