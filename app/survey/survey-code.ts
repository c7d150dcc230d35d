import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { seal, unseal } from '../person/sealed.ts'
import type { DataKeys } from '../person/data-keys.ts'

/** Crockford's alphabet: nothing in it looks like something else, and what is misread means the same. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16

/** Where in a round somebody's code is made: which instrument, and the place that was drawn by lot. */
export type CodePlace = {
  municipalityId: string
  roundId: string
  instrument: string
  version: number
  place: number
}

/** A new round's secret, as it is kept: sealed with the newest data key. */
export function newRoundSecret(keys: DataKeys): Buffer {
  return seal(randomBytes(32), keys)
}

/**
 * The code of one place: 80 bits, 16 signs. The same every time, so that no one has to keep it; only who has both
 * the round's secret and the data keys can make it.
 * @param sealedSecret as {@link newRoundSecret} gives it
 * @throws Error when the secret was not sealed with these keys
 */
export function surveyCode(sealedSecret: Buffer, where: CodePlace, keys: DataKeys): string {
  const { municipalityId, roundId, instrument, version, place } = where
  const bytes = createHmac('sha256', unseal(sealedSecret, keys))
    .update(['survey code', municipalityId, roundId, instrument, version, place].join('|'))
    .digest()
  let bits = bytes.readBigUInt64BE(0) * 65536n + BigInt(bytes.readUInt16BE(8))
  let code = ''
  for (let at = 0; at < codeLength; at++, bits >>= 5n) code = letters[Number(bits & 31n)]! + code
  return code
}

/** As it is printed: four by four. */
export function printedCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-')
}

/** A code as somebody typed it or an address has it; null for what cannot be one. */
export function codeIn(typed: string): string | null {
  if (typed.length > 200) return null
  const code = typed
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return new RegExp(`^[${letters}]{${codeLength}}$`).test(code) ? code : null
}

/** What the database knows of a code (32 bytes). */
export function codeHash(code: string): Buffer {
  return createHash('sha256').update(`survey ticket ${code}`).digest()
}

/** The key that only the code gives: half-given answers lie under it. */
export function draftKey(code: string): Buffer {
  return Buffer.from(hkdfSync('sha256', code, '', 'survey draft', 32))
}
