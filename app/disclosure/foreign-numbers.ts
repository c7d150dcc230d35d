import { sql } from 'kysely'
import type { StaffTx } from '../../db/connect'
import { inTurns } from '../text/give-way'
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
  // Readers of everything have the same texts: each is looked through once.
  const numbersOf = new Map<string, Map<string, string>>()
  const texts = new Set(readers.flatMap((reader) => reader.texts))
  for (const text of texts) numbersOf.set(text, await numbersIn(text, keys))
  const found = readers.map(({ personId, texts }) => ({
    personId,
    numbers: new Map(texts.flatMap((text) => [...numbersOf.get(text)!])),
  }))
  const own = await ownNumbers(tx, found)
  return new Map(
    found.map(({ personId, numbers }) => [
      personId,
      [...numbers].filter(([hash]) => !own.has(keyOf(personId, hash))).map(([, text]) => text),
    ]),
  )
}

/** As written, by their hash. */
async function numbersIn(text: string, { dataKeys, now }: Keys): Promise<Map<string, string>> {
  const written = new Map((await findIdentityNumbers(text, now)).map(({ number, text }) => [number, text]))
  const byHash = new Map<string, string>()
  await inTurns(written, ([number, text]) => byHash.set(lookupHash(number, dataKeys).toString('hex'), text))
  return byHash
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
