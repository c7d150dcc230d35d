import type { CompiledQuery, Compilable, Kysely } from 'kysely'

const standIn = '00000000-0000-0000-0000-000000000000'

/** Builds the SQL once, with a placeholder for the id: building it costs more than running it. */
export function compiledOnce<Schema, Row>(
  build: (tx: Kysely<Schema>, id: string) => Compilable<Row>,
): (tx: Kysely<Schema>, id: string) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | undefined
  return async (tx, id) => {
    compiled ??= build(tx, standIn).compile()
    const parameters = compiled.parameters.map((value) => (value === standIn ? id : value))
    return (await tx.executeQuery<Row>({ ...compiled, parameters })).rows
  }
}
