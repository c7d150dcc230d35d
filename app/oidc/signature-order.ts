import { isCoordinationNumber } from '../person/birth-of-number.ts'
import type { Broker, ClaimsRequest, Signing } from './brokers.ts'
import { SignatureRefused } from './signature-refused.ts'

export type SignatureOrder = {
  /** UTF-8, shown in the e-ID app as it is. */
  visibleText: Buffer
  hiddenData: Buffer
  /** Twelve digits. */
  signer: string
  languages: readonly string[]
}

// BankID counts characters of base64: 40,000 of the text and 200,000 of the data.
const most = { visibleText: 30_000, hiddenData: 150_000 }

/** @throws SignatureRefused, before anybody is sent away */
export function checkOrder({ visibleText, hiddenData }: SignatureOrder): void {
  if (visibleText.length === 0) throw new SignatureRefused('failed', 'text-empty')
  if (visibleText.length > most.visibleText) throw new SignatureRefused('failed', 'text-too-long')
  if (hiddenData.length > most.hiddenData) throw new SignatureRefused('failed', 'hidden-data-too-long')
  // A byte that is no UTF-8 would be shown as something else than what is signed.
  if (!Buffer.from(visibleText.toString('utf8')).equals(visibleText)) {
    throw new SignatureRefused('failed', 'text-not-utf8')
  }
}

/** Signature Extension 1.1, 3: the untagged text is the fallback. */
export function signRequestOf({ visibleText, hiddenData }: SignatureOrder) {
  const text = visibleText.toString('base64')
  return {
    tbs_data: hiddenData.toString('base64'),
    sign_message: { message: text, 'message#sv': text, mime_type: 'text/plain' },
  }
}

/** The signer is pinned, so that nobody else is shown the text (same, 5.1). */
export function claimsOf({ claims, numbers }: Broker, signing: Signing, signer: string): ClaimsRequest {
  const type = isCoordinationNumber(signer) ? 'samordningsnummer' : 'personnummer'
  const names = numbers.map(({ claim }) => claim)
  const pin = numbers.find((number) => number.type === type)!.claim
  const usual = Object.entries(claims?.id_token ?? {}).filter(([claim]) => !names.includes(claim))
  return {
    id_token: {
      ...Object.fromEntries(usual),
      ...Object.fromEntries(signing.asks.map((claim) => [claim, null])),
      [pin]: { essential: true, value: signer },
    },
  }
}

/** docs.idura.app, Swedish BankID. Only in a pushed request: it holds the number. */
export function loginHintOf({ visibleText, hiddenData, signer }: SignatureOrder): string {
  const [message, hidden] = [visibleText, hiddenData].map((bytes) => bytes.toString('base64'))
  return `action:sign sub:${signer} message:${message} nonVisibleData:${hidden}`
}
