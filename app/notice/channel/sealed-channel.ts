import { createHmac, randomInt } from 'node:crypto'
import type { DataKeys } from '../../person/data-keys.ts'
import { seal, unseal } from '../../person/sealed.ts'

const addressPlace = (channelId: string) => `notice_channel ${channelId}`
const codePlace = (channelId: string) => `notice code ${channelId}`

/** Opens only for its own channel: laid into another's row it is nothing. */
export function sealAddress(address: string, channelId: string, keys: DataKeys): Buffer {
  return seal(Buffer.from(address), keys, addressPlace(channelId))
}

/** @throws Error when the key is unknown, the bytes were changed or are of another channel */
export function openAddress(sealed: Buffer, channelId: string, keys: DataKeys): string {
  return unseal(sealed, keys, addressPlace(channelId)).toString()
}

/** The keyed hash by which the same address is known. Never that of a number or an account (personal-identity-number.ts). */
export function addressHash(address: string, keys: DataKeys): Buffer {
  return createHmac('sha256', keys.lookup).update(`notice address ${address}`).digest()
}

/** Six digits, which can be read out and typed with a thumb. Five tries and fifteen minutes stand before it (the database). */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Six digits alone could be tried through: keyed, and of one channel. */
export function codeHash(code: string, channelId: string, keys: DataKeys): Buffer {
  return createHmac('sha256', keys.lookup).update(`notice code ${channelId} ${code}`).digest()
}

/** Until it is sent. */
export function sealCode(code: string, channelId: string, keys: DataKeys): Buffer {
  return seal(Buffer.from(code), keys, codePlace(channelId))
}

/** @throws as {@link openAddress} */
export function openCode(sealed: Buffer, channelId: string, keys: DataKeys): string {
  return unseal(sealed, keys, codePlace(channelId)).toString()
}
