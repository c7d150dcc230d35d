import { CompiledQuery } from 'kysely'
import { personAt } from '../../addresses'
import { signatureActs } from '../../../db/closed-lists'
import type { PersonTx } from '../../../db/connect'
import type { Audience, PersonSchema } from '../../../db/roles'
import type { CaseShown } from '../../case/case-shown'
import type { ToSign } from './begin-signature'

type RequestRow = PersonSchema['person_signature_request']

/** What the subject is asked to sign (db/policy/person/requests.sql); moments and days are text. */
export type SignatureRequest = {
  id: string
  caseId: string
  documentId: string
  caseNumber: string
  audience: Audience
  isOwn: boolean
  title: string
  datedOn: string
  act: RequestRow['act']
  state: RequestRow['state']
  answerOn: string | null
  movedAt: string
  servedOn: string | null
  version: number
  sha256: string
  pages: number
  isAnswerable: boolean
  isJudgedSoon: boolean
  /** Whether an appeal of it has been written. */
  isWritten: boolean
  packageSize: number | null
  sealedAt: string | null
  stampedAt: string | null
  caseworkers: CaseShown['caseworkers']
  parts: DecisionPart[]
}

export type DecisionPart = {
  number: number
  law: string
  title: string
  weeks: number | null
  receivedOn: string | null
  lastDay: string | null
  isOpen: boolean
}

/** Of every version, by act, the newest first; without a document, of the whole case. */
async function ownRequests(
  tx: PersonTx,
  caseId: string,
  documentId: string | null,
): Promise<SignatureRequest[]> {
  const question: CompiledQuery<{ all: SignatureRequest[] }> = CompiledQuery.raw(
    'select person_requests($1, $2) as "all"',
    [caseId, documentId],
  )
  return (await tx.executeQuery(question)).rows[0]!.all
}

/**
 * What the subject is asked to sign of a document, or has answered: the newest request of each act, what is open first.
 * Empty when nothing is asked of them, or the document is unknown or not theirs to read in full.
 */
export async function listSignatureRequests(
  tx: PersonTx,
  caseId: string,
  documentId: string,
): Promise<SignatureRequest[]> {
  return newestOfEachAct(await ownRequests(tx, caseId, documentId))
}

/** Of all that is asked of a document what stands: the newest of each act, what is open first. */
export function newestOfEachAct(requests: readonly SignatureRequest[]): SignatureRequest[] {
  return requests
    .filter((one, place) => requests.findIndex(({ act }) => act === one.act) === place)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** One of them; without a known id the first. */
export async function findSignatureRequest(
  tx: PersonTx,
  caseId: string,
  documentId: string,
  requestId: string | null,
): Promise<SignatureRequest | undefined> {
  const all = await listSignatureRequests(tx, caseId, documentId)
  return all.find(({ id }) => id === requestId) ?? all[0]
}

const placeOf = ({ act, isAnswerable }: SignatureRequest) =>
  signatureActs.indexOf(act) + (isAnswerable ? 0 : signatureActs.length)

/** The same as it is signed, with where it stands and the sections of law that are bound to the signature. */
export const toSign = (request: SignatureRequest): ToSign => ({
  ...request,
  page: personAt.signRequest(request.caseId, request.documentId, request.id),
  laws: request.parts.map(({ law }) => law),
})

/**
 * The receipts of a decision that the subject may appeal, or part of it, the newest version first; without a document, of every
 * decision in the case. Of an earlier version only one that reached them, or that they have written about: its time to appeal runs,
 * or has run, whatever was corrected since. Empty as {@link listSignatureRequests}.
 */
export async function listAppealable(
  tx: PersonTx,
  caseId: string,
  documentId: string | null,
): Promise<SignatureRequest[]> {
  return appealableAmong(await ownRequests(tx, caseId, documentId))
}

/** Of all that is asked, of a document or of a case, what {@link listAppealable} tells of. */
export function appealableAmong(requests: readonly SignatureRequest[]): SignatureRequest[] {
  const receipts = requests.filter(({ act }) => act === 'receipt')
  return receipts.filter(
    ({ id, documentId, parts, isWritten }) =>
      parts.some(({ weeks }) => weeks !== null) &&
      (isWritten ||
        id === receipts.find((newest) => newest.documentId === documentId)!.id ||
        parts.some(({ receivedOn }) => receivedOn !== null)),
  )
}

/** One of them; without a known id the first. */
export async function findAppealable(
  tx: PersonTx,
  caseId: string,
  documentId: string,
  requestId: string | null,
): Promise<SignatureRequest | undefined> {
  const all = await listAppealable(tx, caseId, documentId)
  return all.find(({ id }) => id === requestId) ?? all[0]
}
