import {Config} from '@oclif/core/config'
import type {Session} from './session.js'

/**
 * What oclif's commands and help want to know of the program. Its own way of finding that out reads the user's home, a
 * theme, the shell and a plugin list, and fails for a user without an entry in the password file.
 */
export class OclifConfig extends Config {
  readonly session: Session

  constructor(session: Session, {root, version}: {root: string; version: string}) {
    super({root})
    this.session = session
    this.root = root
    this.name = 'ats'
    this.bin = 'ats'
    this.version = version
    this.topicSeparator = ' '
    this.platform = process.platform as Config['platform']
    this.arch = process.arch as Config['arch']
    this.userAgent = `ats/${version} ${process.platform}-${process.arch} node-${process.version}`
    this.pjson = {name: 'ats', version, oclif: {}} as unknown as Config['pjson']
  }

  /** There are no hooks. */
  override async runHook() {
    return {successes: [], failures: []}
  }
}
