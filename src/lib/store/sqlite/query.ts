import {
  type Compilable,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type {Schema} from './schema.js'

let builder: Kysely<Schema> | undefined

/** Kysely builds and types the SQL and never runs it: prepared statements do, at the speed of hand-written ones. */
function kysely(): Kysely<Schema> {
  builder ??= new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: createCompiler,
    },
  })
  return builder
}

/**
 * Writes `+?` for a bound value. SQLite looks at what is bound to a bare `?` to plan by it, and so compiles such a
 * statement anew whenever that changes; a sign, which does nothing, keeps it from looking.
 */
function createCompiler(): SqliteQueryCompiler {
  return new (class extends SqliteQueryCompiler {
    protected override getCurrentParameterPlaceholder(): string {
      return '+?'
    }
  })()
}

/** Stands in a built query where a value will be bound. */
class Parameter {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

export type Bindable = string | number | bigint | null | Uint8Array

/** A query, compiled once for the life of the process. `Params` names what is bound, `Row` what comes back. */
export class Query<Params, Row> {
  readonly sql: string
  readonly #parameters: readonly unknown[]
  declare readonly types?: {params: Params; row: Row}

  constructor(sql: string, parameters: readonly unknown[]) {
    this.sql = sql
    this.#parameters = parameters
  }

  bind(params: Params): unknown[] {
    const named = params as Record<string, unknown>
    return this.#parameters.map((value) => (value instanceof Parameter ? named[value.name] : value))
  }
}

/**
 * Declares a query: `query<{seq: number}>()((q, p) => q.selectFrom('jobs').selectAll().where('seq', '=', p.seq))`.
 * It is compiled when it is first used.
 */
export function query<Params extends Record<string, Bindable> = Record<never, never>>() {
  return <Row>(build: (q: Kysely<Schema>, p: Params) => Compilable<Row>): (() => Query<Params, Row>) => {
    let compiled: Query<Params, Row> | undefined
    return () => {
      if (!compiled) {
        const {sql, parameters} = build(kysely(), placeholders<Params>()).compile()
        compiled = new Query(sql, parameters)
      }
      return compiled
    }
  }
}

/** The same for SQL that Kysely has no words for: `statement<{id: string}, {n: number}>()((p) => sql`…${p.id}…`)`. */
export function statement<Params extends Record<string, Bindable> = Record<never, never>, Row = unknown>() {
  return (build: (p: Params) => RawBuilder<Row>): (() => Query<Params, Row>) =>
    query<Params>()<Row>((q, p) => ({compile: () => build(p).compile(q)}))
}

/**
 * The same in plain SQL, for the statements of commands that are over before Kysely would be loaded:
 * `plain<{id: string}, {n: number}>()`SELECT n FROM t WHERE id = ${'id'}``.
 */
export function plain<Params extends Record<string, Bindable> = Record<never, never>, Row = unknown>() {
  return (sql: TemplateStringsArray, ...names: (keyof Params & string)[]): (() => Query<Params, Row>) => {
    const declared = new Query<Params, Row>(
      sql.join('?'),
      names.map((name) => new Parameter(name)),
    )
    return () => declared
  }
}

function placeholders<Params>(): Params {
  return new Proxy({}, {get: (_, name) => new Parameter(String(name))}) as Params
}
