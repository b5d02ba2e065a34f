/** One thing broken in the compiled code, that the property test has to notice. */
export interface Mutant {
  breaks: string
  /** Below `dist/lib/store/sqlite/`. */
  file: string
  find: string
  replace: string
}

export const MUTANTS: readonly Mutant[] = [
  {
    breaks: 'the token check of a settlement',
    file: 'settle.js',
    find: 'if (connection.run(claims.closeAttempt, closing) !== 1)\n        throw leaseLost();',
    replace: 'connection.run(claims.closeAttempt, closing);',
  },
  {
    breaks: 'the token check of a walk',
    file: 'sqlite-claims.js',
    find: 'if (!this.#desk.connection.get(claims.openAttemptWithToken, { attemptId, token }))\n                throw leaseLost();',
    replace: '',
  },
  {
    breaks: 'the fence of a release',
    file: 'settle.js',
    find: 'closeAttempt(connection, unit, ATTEMPT_OUTCOMES[settlement.kind], error, now);',
    replace:
      "if (settlement.kind !== 'released') closeAttempt(connection, unit, ATTEMPT_OUTCOMES[settlement.kind], error, now);",
  },
  {
    breaks: 'the immediate lock',
    file: 'connection.js',
    find: "'BEGIN IMMEDIATE'",
    replace: "'BEGIN'",
  },
  {
    breaks: 'the newness of tokens',
    file: 'sqlite-claims.js',
    find: 'const token = randomUUID();',
    replace: "const token = 'token of job ' + seq;",
  },
  {
    breaks: 'the difference between a crash and a retry',
    file: 'sqlite-workers.js',
    find: 'connection.run(claims.setJobCrashes, { seq, crashes });',
    replace:
      "connection.run(claims.postponeJob, { seq, retries: crashes, availableAt: now, code: null, message: '', now });",
  },
  {
    breaks: "the one transaction of a document and its job's completion",
    file: 'settle.js',
    find: 'const document = keepDocument(connection, settlement, now);\n            recordFile(',
    replace:
      "const document = keepDocument(connection, settlement, now);\n            connection.exec('COMMIT; BEGIN IMMEDIATE');\n            recordFile(",
  },
  {
    breaks: 'the end of the attempts of a dead worker',
    file: 'sqlite-workers.js',
    find: 'closeAttempt(connection, { attemptId, token }, outcome, error, now);',
    replace: '',
  },
  {
    breaks: 'the crash budget',
    file: 'sqlite-workers.js',
    find: 'crashes >= MAX_CRASHES',
    replace: 'crashes > MAX_CRASHES',
  },
  {
    breaks: 'the waiting for a later time',
    file: 'claim-queries.js',
    find: ".where('available_at', '<=', p.now)\n    .orderBy('available_at')\n    .limit(p.limit)));\nexport const promoteFiles",
    replace: ".orderBy('available_at')\n    .limit(p.limit)));\nexport const promoteFiles",
  },
  {
    breaks: 'the order of priorities',
    file: 'claim-queries.js',
    find: ".orderBy('priority', 'desc')",
    replace: '',
  },
  {
    breaks: 'the pause',
    file: 'sqlite-claims.js',
    find: 'if (connection.get(setting, { name: PAUSED }))',
    replace: 'if (false)',
  },
]
