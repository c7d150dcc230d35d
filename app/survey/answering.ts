import { sql } from 'kysely'
import type { RespondentTx } from '../../db/connect.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { decrypt, encrypt, seal } from '../person/sealed.ts'
import { answersTo, type Answers } from './answers.ts'
import type { Instrument } from './instrument.ts'
import { fromOneSize, toOneSize } from './one-size.ts'
import { codeHash, draftKey } from './survey-code.ts'

type Opened = { code: string; instrument: Instrument }

/** Kept: it can be left and taken up again. Closed: it was sent, or its time is over. */
export type Keeping = 'kept' | 'closed' | 'tooLong'

/** What has been answered so far; the ticket is held until the transaction ends. */
export async function readDraft(tx: RespondentTx, { code, instrument }: Opened): Promise<Answers> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select respondent_read_draft(${codeHash(code)}) as sealed`.execute(tx)
  const sealed = rows[0]?.sealed
  if (!sealed) return {}
  return answersTo(instrument, fromOneSize(decrypt(draftKey(code), sealed, codeHash(code)))) ?? {}
}

/** Keeps one item's answer, or that it has none, beside the others: two tabs lose nothing of each other. */
export async function keepAnswer(
  tx: RespondentTx,
  opened: Opened,
  { item, answer }: { item: string; answer: string | string[] | undefined },
): Promise<Keeping> {
  // Undefined is left out by JSON.
  const padded = toOneSize({ ...(await readDraft(tx, opened)), [item]: answer })
  if (!padded) return 'tooLong'
  const hash = codeHash(opened.code)
  const sealed = encrypt(draftKey(opened.code), padded, hash)
  const { rows } = await sql<{ kept: boolean }>`
    select respondent_keep_draft(${hash}, ${sealed}) as kept`.execute(tx)
  return rows[0]?.kept ? 'kept' : 'closed'
}

/** Sends what has been answered and burns the code. False when it was sent already or its time is over. */
export async function sendAnswers(tx: RespondentTx, opened: Opened, keys: DataKeys): Promise<boolean> {
  const padded = toOneSize(await readDraft(tx, opened))
  if (!padded) return false
  const { rows } = await sql<{ sent: boolean }>`
    select respondent_send(${codeHash(opened.code)}, ${seal(padded, keys)}) as sent`.execute(tx)
  return rows[0]!.sent
}
