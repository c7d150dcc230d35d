import type { Selectable } from 'kysely'

/** A row as PostgreSQL writes it in JSON: moments are text, and so are bytes. */
export type AsJson<Table> = {
  [Column in keyof Selectable<Table>]: TextFor<Selectable<Table>[Column]>
}

type TextFor<Value> = Value extends Date | Buffer ? string : Value

/** Bytes that came so: `\x` and two signs a byte. */
export const bytesOf = (text: string): Buffer => Buffer.from(text.slice(2), 'hex')
