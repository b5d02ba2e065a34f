export const SHELLS = ['bash', 'zsh', 'fish'] as const

export type Shell = (typeof SHELLS)[number]

/** The shells ask ats itself, so that what they offer is never older than ats. Where it offers nothing, files are. */
const BASH = `# ats completion for bash: source <(ats completion bash)
_ats() {
  local line words cword
  local cur="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS=$'\\t' read -r line _; do
    [ -n "$line" ] && COMPREPLY+=("$line")
  done < <(command "\${COMP_WORDS[0]}" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [ \${#COMPREPLY[@]} -eq 0 ]; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$cur")
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _ats ats
`

const ZSH = `#compdef ats
# ats completion for zsh: source <(ats completion zsh), or save it as _ats in a directory of $fpath
_ats() {
  local line word about
  local -a found
  while IFS=$'\\t' read -r word about; do
    [[ -n "$word" ]] && found+=("\${word//:/\\\\:}:\${about}")
  done < <(command "\${words[1]}" __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then
    _describe 'ats' found
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" = "_ats" ]]; then _ats "$@"; else compdef _ats ats; fi
`

const FISH = `# ats completion for fish: ats completion fish | source
function __ats_complete
    set -l before (commandline -opc)
    set -l typed (commandline -ct)
    command $before[1] __complete -- $before[2..-1] $typed 2>/dev/null
end
complete -c ats -a '(__ats_complete)'
`

export function completionScript(shell: Shell): string {
  return {bash: BASH, zsh: ZSH, fish: FISH}[shell]
}
