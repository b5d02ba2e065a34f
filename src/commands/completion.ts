import * as Args from '@oclif/core/args'
import {BaseCommand} from '../lib/cli/base-command.js'
import {completionScript, SHELLS, type Shell} from '../lib/cli/completion/scripts.js'
import {AtsError} from '../lib/model/errors.js'
import {nearest} from '../lib/model/nearest.js'

export default class Completion extends BaseCommand {
  static override summary = 'Print a script that makes a shell complete commands, flags and ids.'
  static override description =
    'Add it to the startup file of the shell: "source <(ats completion bash)" in ~/.bashrc, "source <(ats completion ' +
    'zsh)" in ~/.zshrc, "ats completion fish | source" in ~/.config/fish/config.fish.'
  static override examples = ['source <(ats completion bash)', 'ats completion fish | source']
  static override args = {
    shell: Args.string({description: 'bash, zsh or fish.', required: true, ignoreStdin: true}),
  }

  async run() {
    const {args} = await this.read(Completion)
    const script = completionScript(toShell(args.shell))
    await this.show({shell: args.shell, script}, () => script)
  }
}

function toShell(name: string): Shell {
  const shell = SHELLS.find((candidate) => candidate === name)
  if (shell !== undefined) return shell
  const right = nearest(name, SHELLS)
  throw new AtsError('USAGE', `SHELL: expected one of ${SHELLS.join(', ')}, not "${name}"`, {
    suggestions: right === undefined ? [] : [`Did you mean: ats completion ${right}`],
  })
}
