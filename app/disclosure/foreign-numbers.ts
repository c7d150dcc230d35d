import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { findIdentityNumbers } from '../text/identity-numbers'
import { lookupHash } from '../person/personal-identity-number'
import type { DataKeys } from '../person/data-keys'

type NumberedTexts = { personId: string; texts: readonly string[] }

type Keys = { dataKeys: DataKeys; now: Date }

/**
 * Personal identity numbers in each reader's text that are not that reader's own. A number may be disclosed to nobody
 * else (dataskyddslag 2018:218 3 kap. 10 §).
 * @returns the numbers by reader, as written; asks the database once, and not at all when there is no number
 */
export async function foreignNumbers(
  tx: StaffTx,
  readers: readonly NumberedTexts[],
  keys: Keys,
): Promise<Map<string, string[]>> {
  const found = readers.map(({ personId, texts }) => ({ personId, numbers: numbersIn(texts, keys) }))
  const own = await ownNumbers(tx, found)
  return new Map(
    found.map(({ personId, numbers }) => [
      personId,
      [...numbers].filter(([hash]) => !own.has(keyOf(personId, hash))).map(([, text]) => text),
    ]),
  )
}

function numbersIn(texts: readonly string[], { dataKeys, now }: Keys): Map<string, string> {
  const found = texts.flatMap((text) => findIdentityNumbers(text, now))
  return new Map(found.map(({ number, text }) => [lookupHash(number, dataKeys).toString('hex'), text]))
}

const keyOf = (personId: string, hash: string) => `${personId} ${hash}`

async function ownNumbers(
  tx: StaffTx,
  found: readonly { personId: string; numbers: ReadonlyMap<string, string> }[],
): Promise<Set<string>> {
  const pairs = found.flatMap(({ personId, numbers }) =>
    [...numbers.keys()].map((hash) => ({ personId, hash })),
  )
  if (pairs.length === 0) return new Set()
  const { rows } = await sql<{ personId: string; hash: string }>`
    select person_id as "personId", hash
      from unnest(${pairs.map(({ personId }) => personId)}::uuid[], ${pairs.map(({ hash }) => hash)}::text[]) x (person_id, hash)
     where staff_is_number_of(person_id, decode(hash, 'hex'))`.execute(tx)
  return new Set(rows.map(({ personId, hash }) => keyOf(personId, hash)))
}
