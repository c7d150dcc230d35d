import { sql } from 'kysely'
import { createHmac, randomBytes } from 'node:crypto'
import type { ServiceTx } from '../../db/connect.ts'
import type { SessionToken } from '../../db/opening.ts'
import type { DataKeys } from '../person/data-keys.ts'
import type { Device } from '../visitor/visitor.ts'
import { hashOf } from './cookies.ts'

/**
 * The eight digits that open one reading once, within ten minutes (staff_prepare_together). The same every time, so that
 * no one has to keep them; only who has both the form's random key and the data keys can make them.
 */
export function togetherCode(formKey: string, keys: DataKeys): string {
  const bytes = createHmac('sha256', keys.lookup).update(`together code of ${formKey}`).digest()
  return String(bytes.readBigUInt64BE() % 100_000_000n).padStart(8, '0')
}

/** A code as somebody typed it; null for what cannot be one. */
export function togetherCodeIn(typed: string): string | null {
  const digits = typed.slice(0, 100).replace(/[\s.-]/g, '')
  return /^\d{8}$/.test(digits) ? digits : null
}

/** Keyed: eight digits can be guessed from a plain hash in a second. */
export function togetherCodeHash(code: string, keys: DataKeys): Buffer {
  return createHmac('sha256', keys.lookup).update(`together code ${code}`).digest()
}

/**
 * Counts a try to guess a code; false when a network, or all of them together, has tried too often in a quarter of an
 * hour. With ten codes open at once, a thousand tries meet one of them once in ten thousand times. A network from which a
 * code that holds was prepared has its own tries alone: strangers who use up what all share close no child's device there.
 */
export async function takeCodeTry(tx: ServiceTx, callerKey: Buffer): Promise<boolean> {
  const { rows } = await sql<{ allowed: boolean }>`
    select case when not rate_take('together code', ${callerKey}, 20, interval '15 minutes') then false
                when service_is_together_network(${callerKey}) then true
                else rate_take('together code of all', ${hashOf('all')}, 1000, interval '15 minutes') end as allowed`.execute(
    tx,
  )
  return rows[0]?.allowed === true
}

type Opening = { codeHash: Buffer; device: Device; isStaffDevice: boolean }
type OpenedReading = { cookie: string; language: string; textSize: string }

/** Burns the code for this device. Null for one that is wrong, used or late, or may no longer be read with. */
export async function openTogether(
  tx: ServiceTx,
  { codeHash, device, isStaffDevice }: Opening,
): Promise<OpenedReading | null> {
  const secret = randomBytes(32).toString('base64url')
  const { rows } = await sql<{ municipalityId: string; language: string; textSize: string }>`
    select municipality_id as "municipalityId", language, text_size as "textSize"
      from service_open_together(${codeHash}, ${hashOf(secret)}, ${device}, ${isStaffDevice})`.execute(tx)
  const [opened] = rows
  return opened ? { cookie: `${opened.municipalityId}.${secret}`, ...opened } : null
}

/** Ends what the device holds. Whether it is the staff member's own device; null where it held nothing. */
export async function endTogether(tx: ServiceTx, token: SessionToken): Promise<boolean | null> {
  const { rows } = await sql<{ own: boolean | null }>`
    select service_end_together(${token.municipalityId}, ${token.hash}) as own`.execute(tx)
  return rows[0]?.own ?? null
}
