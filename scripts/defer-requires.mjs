import {readFileSync} from 'node:fs'

const REQUIRE =
  /^const (\w+) = ((?:__importDefault|__importStar)\(require\("[^"]+"\)\)|require\("[^"]+"\));$/gm
const CHUNK_REQUIRE = /^(?:const|let) ((?:node|require|better)_[\w$]+) = (require\("[^"]+"\));$/gm
const CHUNK_INTEROP = /^([\w$]+) = (require_rolldown_runtime\.\w+\()\1((?:, 1)?\));$/gm

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

/**
 * A plugin that does the same for what the chunks of a CommonJS bundle require: each other, packages, Node's own.
 *
 * @returns {import('rolldown').Plugin}
 */
export function deferChunkRequires() {
  return {name: 'defer-chunk-requires', renderChunk: deferInChunk}
}

/** `const x_1 = require("./x")` becomes a function that is called wherever `x_1` stands. */
function defer(source) {
  return deferMatches(source, REQUIRE)
}

/** Packages that are no ES modules come in two lines: `let x = require("x");`, `x = __toESM(x);`. */
function deferInChunk(code) {
  const interop = new Map()
  const joined = code.replace(CHUNK_INTEROP, (_, name, before, after) => {
    interop.set(name, [before, after])
    return ''
  })
  return deferMatches(joined, CHUNK_REQUIRE, (name, expression) => {
    if (name === 'require_rolldown_runtime') return undefined
    const [before, after] = interop.get(name) ?? ['', '']
    return before + expression + after
  })
}

function deferMatches(source, pattern, toExpression = (_, expression) => expression) {
  const names = []
  const declared = source.replace(pattern, (line, name, required) => {
    const expression = toExpression(name, required)
    if (expression === undefined) return line
    names.push(name)
    return `let ${name}$v; const ${name}$ = () => (${name}$v ??= ${expression});`
  })
  return names.reduce(callWhereUsed, declared)
}

function callWhereUsed(source, name) {
  const escaped = name.replaceAll('$', '\\$')
  return source
    .replace(new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.)${escaped}(?![\\w$])`, 'g'), () => `${name}$()`)
    .replace(new RegExp(`new (${escaped}\\$\\(\\)(?:\\.\\w+)+)`, 'g'), 'new ($1)')
}
