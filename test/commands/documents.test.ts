import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {Ajv} from 'ajv'
import {expect} from 'chai'
import {IngestionQueue} from '#lib/queue/ingestion-queue.js'
import {takeIn} from '../support/archive.ts'
import {ats, document} from '../support/ats.ts'
import {useTempDir} from '../support/temp-dir.ts'
import {Terminal} from '../support/terminal.ts'

const RESUME_SCHEMA = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@jsonresume/schema/schema.json'), 'utf8'),
)

describe('ats documents', () => {
  const temp = useTempDir()
  let queue: IngestionQueue
  const run = (...args: string[]) => ats(['documents', ...args], {cwd: temp.path})
  const names = async (...args: string[]) =>
    document<{file_name: string}[]>(await run(...args, '--json')).map(({file_name}) => file_name)

  beforeEach(async () => {
    queue = new IngestionQueue(temp.file('jobs.db'))
    await takeIn(queue, temp.file('in/anna.txt'), '# Anna Nowak\n\nPlatform engineer, Kubernetes, Berlin', {
      language: 'en',
      resume: {
        basics: {name: 'Anna Nowak', label: '=HYPERLINK("http://example.org")', phone: '+49301234567'},
        skills: [{name: 'Kubernetes'}, {name: 'Go, mostly'}],
        work: [{name: 'Acme "Cloud"', position: 'Engineer'}],
      },
    })
    await takeIn(queue, temp.file('in/ben.txt'), 'Softwareentwickler und Kubernetes-Fachmann', {
      language: 'de',
    })
  })
  afterEach(() => queue.close())

  describe('search', () => {
    it('prints what was found, the best first, with marks', async () => {
      const {stdout, code} = await run('search', 'kubernetes')
      expect(code).to.equal(0)
      const plain = stdout.replace(/^[\da-f-]{36} /gm, 'ID ').replace(/ · [^·\n]* ago$| · just now$/gm, '')
      expect(plain).to.equal(
        'ID  Anna Nowak · =HYPERLINK("http://example.org") · anna.txt\n' +
          '    3: Platform engineer, **Kubernetes**, Berlin\n' +
          'ID  ben.txt\n' +
          '    1: Softwareentwickler und **Kubernetes**-Fachmann\n',
      )
    })

    it('gives scores and snippets as JSON', async () => {
      const [first, ...others] = document<Record<string, unknown>[]>(await run('search', 'berlin', '--json'))
      expect(others).to.deep.equal([])
      expect(first).to.deep.include({name: 'Anna Nowak', file_name: 'anna.txt', language: 'en'})
      expect(first?.score).to.be.greaterThan(0)
      expect(first?.snippets).to.deep.equal([
        {field: 'text', line: 3, text: 'Platform engineer, Kubernetes, Berlin', matches: [[31, 6]]},
      ])
    })

    it('takes several words as they come from a shell', async () => {
      expect(await names('search', 'kubernetes', 'berlin')).to.deep.equal(['anna.txt'])
      expect(await names('search', 'kubernetes', 'NOT', 'berlin')).to.deep.equal(['ben.txt'])
      expect(await names('search', 'kubernetes', 'berlin OR entwickler')).to.have.members([
        'anna.txt',
        'ben.txt',
      ])
    })

    it('takes the filters of list', async () => {
      expect(await names('search', 'kubernetes', '--lang', 'de')).to.deep.equal(['ben.txt'])
      expect(await names('search', 'kubernetes', '--skill', 'kubernetes')).to.deep.equal(['anna.txt'])
      expect(await names('search', 'kubernetes', '--after', '2999')).to.deep.equal([])
    })

    it('says where a query is wrong, without SQL', async () => {
      const {code, stderr, stdout} = await run('search', 'kubernetes AND (berlin')
      expect([code, stdout]).to.deep.equal([2, ''])
      expect(stderr).to.equal(
        'The query is wrong at character 16: "(" is not closed\n' +
          '  kubernetes AND (berlin\n' +
          '                 ^\n' +
          '  Put a ) after what belongs together.\n',
      )
    })

    it('says what is wrong with it as JSON without the picture', async () => {
      const {error} = document<{error: {suggestions: string[]}}>(await run('search', '(berlin', '--json'))
      expect(error.suggestions).to.deep.equal(['Put a ) after what belongs together.'])
    })

    it('says what to try where nothing was found, in a pipe too', async () => {
      const terminal = new Terminal(['documents', 'search', 'cobol'], {cwd: temp.path})
      expect(await terminal.end()).to.equal(0)
      for (const shown of [terminal.shown, (await run('search', 'cobol')).stderr]) {
        expect(shown).to.include('No document matches cobol')
        expect(shown).to.include('kube*')
      }
      const json = await run('search', 'cobol', '--json')
      expect([json.code, json.stdout, json.stderr]).to.deep.equal([0, '[]\n', ''])
    })

    it('says how a word is left out where the shell made a flag of it', async () => {
      const {code, stderr} = await run('search', 'java', '-intern')
      expect(code).to.equal(2)
      expect(stderr).to.equal(
        '-intern is not a flag of this command\n' +
          '  To leave documents with a word out, write NOT: NOT intern\n' +
          "  Or put the whole query in quotes: 'java -intern'\n" +
          '  See ats documents search --help.\n',
      )
      expect((await run('export', 'java', '-intern')).stderr).to.include('NOT intern')
      expect((await run('get', '-intern')).stderr).to.include('goes after --')
    })

    it('says that operators are written in capitals', async () => {
      const note = (word: string) =>
        `"${word}" was looked for as a word; the operator is written ${word.toUpperCase()}\n`
      expect((await run('search', 'kubernetes or berlin')).stderr).to.include(note('or'))
      expect((await run('search', 'kubernetes', 'not', 'berlin')).stderr).to.include(note('not'))
      expect((await run('export', 'kubernetes and berlin')).stderr).to.include(note('and'))
      for (const query of [
        'kubernetes OR berlin',
        '"kubernetes und berlin"',
        '"and" kubernetes',
        'kubernetes und',
      ])
        expect((await run('search', query)).stderr).not.to.include('operator')
    })

    it('paints at a terminal', async () => {
      const terminal = new Terminal(['documents', 'search', 'berlin'], {cwd: temp.path})
      expect(await terminal.end()).to.equal(0)
      expect(terminal.shown).to.include('\u001b[1m\u001b[33mBerlin')
    })

    it('says that more are there', async () => {
      const {stderr} = await run('search', 'kubernetes', '--limit', '1')
      expect(stderr).to.equal('Only the best 1 are shown; --limit N shows more\n')
    })

    it('finds documents of before the index, and says that it makes them findable', async () => {
      await queue.close()
      const {default: Database} = await import('better-sqlite3')
      const database = new Database(temp.file('jobs.db'))
      database.exec(`INSERT INTO documents_fts (documents_fts) VALUES ('delete-all');
        DELETE FROM document_search; INSERT INTO settings VALUES ('search_index_below', '1000')`)
      database.close()
      const {stdout, stderr} = await run('search', 'berlin')
      expect(stderr).to.equal('Making 2 older documents findable; this is done once\n')
      expect(stdout).to.include('anna.txt')
      expect((await run('search', 'berlin')).stderr).to.equal('')
    })
  })

  describe('list', () => {
    const cases: [flags: string[], expected: string[]][] = [
      [[], ['ben.txt', 'anna.txt']],
      [['--lang', 'en'], ['anna.txt']],
      [
        ['--lang', 'EN,de'],
        ['ben.txt', 'anna.txt'],
      ],
      [
        ['--type', 'text'],
        ['ben.txt', 'anna.txt'],
      ],
      [['--type', 'pdf'], []],
      [['--skill', 'go,kubernetes'], ['anna.txt']],
      [['--before', '2020'], []],
      [
        ['--path', 'in'],
        ['ben.txt', 'anna.txt'],
      ],
      [['--path', 'in/anna.txt'], ['anna.txt']],
    ]
    for (const [flags, expected] of cases)
      it(`with ${flags.join(' ') || 'no filter'}`, async () =>
        expect(await names('list', ...flags)).to.deep.equal(expected))

    it('sends who looks for words to search', async () => {
      const {code, stderr} = await run('list', 'java')
      expect(code).to.equal(2)
      expect(stderr).to.include('ats documents search QUERY')
    })

    it('names the right type for a wrong one', async () => {
      const {code, stderr} = await run('list', '--type', 'pdg')
      expect(code).to.equal(2)
      expect(stderr).to.include('Did you mean "pdf"?')
    })
  })

  describe('export', () => {
    it('writes one document a line', async () => {
      const lines = (await run('export')).stdout.trimEnd().split('\n')
      expect(lines.map((line) => JSON.parse(line).file_name)).to.deep.equal(['ben.txt', 'anna.txt'])
    })

    it('writes a table whose fields are quoted and hold no formula', async () => {
      const {stdout} = await run('export', '--format', 'csv', 'berlin')
      const [header = '', record = '', end] = stdout.split('\r\n')
      expect(header.split(',').slice(0, 5)).to.deep.equal([
        'document_id',
        'name',
        'headline',
        'email',
        'phone',
      ])
      expect(header.split(',').slice(-3)).to.deep.equal(['person_id', 'sha256', 'created_at'])
      expect(record.split(',').at(-3)).to.equal(record.split(',')[0])
      expect(record).to.include(`,Anna Nowak,"'=HYPERLINK(""http://example.org"")",,+49301234567,`)
      expect(record).to.include('"Acme ""Cloud""","Kubernetes; Go, mostly"')
      expect(end).to.equal('')
    })

    it('writes an array of JSON Resumes, and says who was left out', async () => {
      const {stdout, stderr} = await run('export', '--format', 'jsonresume')
      const resumes = JSON.parse(stdout)
      expect(resumes).to.have.length(1)
      expect(resumes[0].basics.name).to.equal('Anna Nowak')
      expect(resumes[0].meta.ats.file_name).to.equal('anna.txt')
      const validate = new Ajv({strict: false, validateFormats: false, allErrors: true}).compile(
        RESUME_SCHEMA,
      )
      expect(resumes.every(validate), JSON.stringify(validate.errors)).to.equal(true)
      expect(resumes[0]).to.include.all.keys('$schema', 'basics', 'meta')
      expect(stderr).to.equal('1 document; 1 document without a profile left out\n')
      expect(JSON.parse((await run('export', '--format', 'jsonresume', 'cobol')).stdout)).to.deep.equal([])
    })

    it('writes Markdown with a heading a document', async () => {
      const {stdout} = await run('export', '--format', 'md')
      expect(stdout.match(/^# .*/gm)).to.deep.equal(['# ben.txt', '# Anna Nowak'])
      expect(stdout).to.include('\n## Anna Nowak\n')
    })

    it('writes a file that only its owner can read, in the format of its name', async () => {
      const {stdout} = await run('export', '-o', 'people.csv', '--lang', 'en')
      expect(stdout).to.equal(`${temp.file('people.csv')}\n`)
      expect(readFileSync(temp.file('people.csv'), 'utf8')).to.match(/^document_id,.*\r\n.*Anna Nowak/)
      expect(statSync(temp.file('people.csv')).mode & 0o777).to.equal(0o600)
      expect(readdirSync(temp.path).filter((name) => name.includes('partial'))).to.deep.equal([])
    })

    it('takes - and the names of stdout for stdout', async () => {
      const {stdout} = await run('export', '--format', 'csv')
      for (const name of ['-', '/dev/stdout'])
        expect((await run('export', '--format', 'csv', '-o', name)).stdout).to.equal(stdout)
      expect((await run('get', 'in/anna.txt', '-o', '-')).stdout).to.include('Anna Nowak')
      expect((await run('export', '-o', '-', '--json')).code).to.equal(2)
      expect(existsSync(temp.file('-'))).to.equal(false)
    })

    it('begins a table with a byte order mark where that is asked for', async () => {
      expect((await run('export', '--format', 'csv')).stdout).to.match(/^document_id,/)
      expect((await run('export', '--format', 'csv', '--bom')).stdout).to.match(/^\ufeffdocument_id,/)
      expect((await run('export', '-o', 'people.csv', '--bom')).code).to.equal(0)
      expect([...readFileSync(temp.file('people.csv')).subarray(0, 4)]).to.deep.equal([
        0xef, 0xbb, 0xbf, 0x64,
      ])
      const refused = await run('export', '--bom')
      expect([refused.code, refused.stderr]).to.deep.equal([
        2,
        '--bom is for csv, and this is jsonl\n  Ask for a table: --format csv --bom\n',
      ])
    })

    it('promises no other format by the name of the file', async () => {
      const {code, stderr} = await run('export', '-o', 'people.xlsx')
      expect([code, existsSync(temp.file('people.xlsx'))]).to.deep.equal([2, false])
      expect(stderr).to.include('.csv')
      expect((await run('export', '-o', 'people.txt', '--format', 'md')).code).to.equal(0)
    })

    it('says that nothing was exported', async () => {
      const {code, stderr} = await run('export', '--format', 'csv', 'cobol')
      expect([code, stderr]).to.deep.equal([0, '0 documents\n'])
    })

    it('leaves a file that is there, unless told to replace it', async () => {
      writeFileSync(temp.file('out.jsonl'), 'precious')
      const refused = await run('export', '--output', 'out.jsonl')
      expect([refused.code, readFileSync(temp.file('out.jsonl'), 'utf8')]).to.deep.equal([2, 'precious'])
      expect((await run('export', '--output', 'out.jsonl', '--force')).code).to.equal(0)
      expect(readFileSync(temp.file('out.jsonl'), 'utf8')).to.include('anna.txt')
    })

    it('leaves nothing behind where the query is wrong or the folder is not there', async () => {
      expect((await run('export', '--output', 'x.csv', 'a AND')).code).to.equal(2)
      expect((await run('export', '--output', 'nowhere/x.csv')).code).to.equal(3)
      expect(readdirSync(temp.path).filter((name) => name.includes('x.csv'))).to.deep.equal([])
    })

    it('tells what it wrote as JSON, and refuses two documents on one stdout', async () => {
      const told = document(await run('export', '--output', 'all.md', '--json'))
      expect(told).to.deep.include({path: temp.file('all.md'), format: 'md', documents: 2, left_out: 0})
      expect(told.bytes).to.equal(statSync(temp.file('all.md')).size)
      expect((await run('export', '--json')).code).to.equal(2)
    })

    it('needs no more memory for many documents', async function () {
      this.timeout(240_000)
      const text = 'Kubernetes and more of it. '.repeat(8_000)
      for (let i = 0; i < 300; i += 1) await takeIn(queue, `/cv/${i}.txt`, `${i} ${text}`)
      await queue.close()
      const {code, stderr} = await ats(['documents', 'export', '--output', 'all.jsonl'], {
        cwd: temp.path,
        nodeArgs: ['--max-old-space-size=40'],
      })
      expect([code, stderr]).to.deep.equal([0, ''])
      expect(statSync(temp.file('all.jsonl')).size).to.be.greaterThan(60_000_000)
    })
  })

  describe('get', () => {
    it('gives the profile as a JSON Resume, or says that there is none', async () => {
      const found = await run('get', 'in/anna.txt', '--format', 'jsonresume')
      expect(document<{basics: {name: string}}>(found).basics.name).to.equal('Anna Nowak')
      const {code, stderr} = await run('get', 'in/ben.txt', '--format', 'jsonresume')
      expect(code).to.equal(3)
      expect(stderr).to.match(/has no profile/)
    })

    it('writes to a file', async () => {
      expect((await run('get', 'in/anna.txt', '--format', 'text', '--output', 'anna.txt')).code).to.equal(0)
      expect(readFileSync(temp.file('anna.txt'), 'utf8')).to.include('Anna Nowak')
    })

    it('gives the original while it is the same, byte for byte', async () => {
      const bytes = Buffer.from([0, 255, 10, 13, 128])
      writeFileSync(temp.file('eve.pdf'), bytes)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await takeIn(queue, temp.file('gone.pdf'), 'Eve', {sha256})
      await takeIn(queue, temp.file('eve.pdf'), 'Eve', {sha256})
      expect((await run('get', 'eve.pdf', '--original', '--output', 'copy.pdf')).code).to.equal(0)
      expect(readFileSync(temp.file('copy.pdf'))).to.deep.equal(bytes)
      writeFileSync(temp.file('eve.pdf'), 'another one')
      const changed = await ats(
        ['documents', 'get', 'eve.pdf', '--original', '--output', 'other.pdf', '--json'],
        {cwd: temp.path},
      )
      expect([changed.code, document<{error: {code: string}}>(changed).error.code]).to.deep.equal([
        1,
        'ORIGINAL_CHANGED',
      ])
      expect(existsSync(temp.file('other.pdf'))).to.equal(false)
    })

    it('gives the original in no other form', async () => {
      const {code, stderr} = await run('get', 'in/anna.txt', '--original', '--format', 'text')
      expect(code).to.equal(2)
      expect(stderr).to.include('--original and --format exclude each other')
    })

    it('names the person at a terminal, and what was read is the same in a pipe', async () => {
      const terminal = new Terminal(['documents', 'get', 'in/anna.txt'], {cwd: temp.path})
      expect(await terminal.end()).to.equal(0)
      const {person_id: personId} = document<{person_id: string}>(await run('get', 'in/anna.txt', '--json'))
      expect(terminal.shown).to.match(new RegExp(`person +${personId}`))
    })

    it('says that the original is gone', async () => {
      const {code, stderr} = await run('get', 'in/anna.txt', '--original')
      expect(code).to.equal(3)
      expect(stderr).to.match(/anna\.txt: the file is no longer there/)
    })
  })
})
