import {readFileSync} from 'node:fs'

const REQUIRE =
  /^const (\w+) = ((?:__importDefault|__importStar)\(require\("[^"]+"\)\)|require\("[^"]+"\));$/gm

/**
 * A Rollup plugin that makes CommonJS written by TypeScript load what it requires when it first uses it, as Metro's
 * inline requires do (https://metrobundler.dev/docs/configuration#inlinerequires): a command's parser then does not
 * run the code of help, plugins and spinners.
 *
 * @param {RegExp} id of the files that are treated so
 * @returns {import('rolldown').Plugin}
 */
export function deferRequires(id) {
  return {
    name: 'defer-requires',
    load: {filter: {id}, handler: (path) => defer(readFileSync(path, 'utf8'))},
  }
}

/** `const x_1 = require("./x")` becomes a function that is called wherever `x_1` stands. */
function defer(source) {
  const names = []
  const declared = source.replace(REQUIRE, (_, name, expression) => {
    names.push(name)
    return `let ${name}$v; const ${name}$ = () => (${name}$v ??= ${expression});`
  })
  return names.reduce(callWhereUsed, declared)
}

function callWhereUsed(source, name) {
  return source
    .replace(new RegExp(`(?<![\\w.$])${name}(?![\\w$])`, 'g'), `${name}$()`)
    .replace(new RegExp(`new (${name}\\$\\(\\)(?:\\.\\w+)+)`, 'g'), 'new ($1)')
}
