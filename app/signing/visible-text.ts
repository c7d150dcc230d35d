import type { SignatureAct } from '../../db/closed-lists.ts'
import { actText } from './act-texts.ts'
import { fingerprintOf } from './fingerprint.ts'

/** The frozen record that is signed. Days are 'YYYY-MM-DD'; `sha256` is of the document's bytes, in hex. */
export type SignedRecord = {
  act: SignatureAct
  title: string
  caseNumber: string
  municipality: string
  datedOn: string
  version: number
  pages: number
  sha256: string
  /** As what somebody decides: their office and the decision that gives it. */
  decidesAs?: string
}

/**
 * What the signer reads in the app and signs, always in official Swedish. Plain text of our record alone, so that the
 * same record gives the same bytes; how long it may be, the order checks (app/oidc/signature-order.ts). No name of a child stands in it beyond what the title says.
 */
export function visibleTextOf(record: SignedRecord): string {
  const { heading, sentence } = actText(record.act)
  return [
    heading,
    '',
    `Handling: ${plain(record.title)}`,
    `Ärende: ${plain(record.caseNumber)}`,
    `Datum: ${record.datedOn}`,
    `Version: ${record.version}, ${record.pages} ${record.pages === 1 ? 'sida' : 'sidor'}`,
    `Från: ${plain(record.municipality)}`,
    ...(record.decidesAs ? [`Beslutar som: ${plain(record.decidesAs)}`] : []),
    `Fingeravtryck: ${fingerprintOf(record.sha256)}`,
    '',
    sentence,
  ].join('\n')
}

/** One line in NFC, without signs that are not seen or that turn the text around. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
