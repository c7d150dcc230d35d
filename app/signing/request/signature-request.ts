import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { personAt } from '../../addresses'
import { signatureActs } from '../../../db/closed-lists'
import type { PersonTx } from '../../../db/connect'
import { caseworkersOf } from '../../case/case-parts'
import type { ToSign } from './begin-signature'

export type SignatureRequest = Awaited<ReturnType<ReturnType<typeof ownRequests>['execute']>>[number]

/**
 * What the subject is asked to sign of a document, or has answered: the newest request of each act, what is open first.
 * Empty when nothing is asked of them, or the document is unknown or not theirs to read in full.
 */
export async function listSignatureRequests(
  tx: PersonTx,
  caseId: string,
  documentId: string,
): Promise<SignatureRequest[]> {
  const found = await ownRequests(tx, caseId, documentId).distinctOn('r.act').execute()
  return found.toSorted((one, other) => placeOf(one) - placeOf(other))
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

/** Of every version, by act, the newest first. */
function ownRequests(tx: PersonTx, caseId: string, documentId: string | null) {
  return tx
    .selectFrom('person_signature_request as r')
    .innerJoin('person_case as c', 'c.case_id', 'r.case_id')
    .leftJoin('person_package as k', 'k.request_id', 'r.request_id')
    .where('r.case_id', '=', caseId)
    .$if(documentId !== null, (all) => all.where('r.document_id', '=', documentId))
    .select((eb) => [
      'r.request_id as id',
      'r.case_id as caseId',
      'r.document_id as documentId',
      'c.case_number as caseNumber',
      'c.audience',
      'c.is_own as isOwn',
      'r.title',
      'r.dated_on as datedOn',
      'r.act',
      'r.state',
      'r.answer_on as answerOn',
      'r.moved_at as movedAt',
      'r.served_on as servedOn',
      'r.version',
      'r.sha256',
      'r.pages',
      'r.is_answerable as isAnswerable',
      'r.is_judged_soon as isJudgedSoon',
      eb
        .exists(
          eb
            .selectFrom('person_appeal as a')
            .whereRef('a.request_id', '=', 'r.request_id')
            .select('a.request_id'),
        )
        .as('isWritten'),
      'k.size as packageSize',
      'k.sealed_at as sealedAt',
      'k.stamped_at as stampedAt',
      caseworkersOf(eb.ref('r.case_id')).as('caseworkers'),
      jsonArrayFrom(
        eb
          .selectFrom('person_decision_part as p')
          .whereRef('p.request_id', '=', 'r.request_id')
          .select([
            'p.number',
            'p.law',
            'p.title',
            'p.weeks',
            'p.received_on as receivedOn',
            'p.last_day as lastDay',
            'p.is_open as isOpen',
          ])
          .orderBy('p.number'),
      ).as('parts'),
    ])
    .orderBy('r.act')
    .orderBy('r.version', 'desc')
    .orderBy('r.stands', 'desc')
    .orderBy('r.asked_at', 'desc')
}

/** The same as it is signed, with where it stands and the sections of law that are bound to the signature. */
export const toSign = (request: SignatureRequest): ToSign => ({
  ...request,
  page: personAt.signRequest(request.caseId, request.documentId, request.id),
  laws: request.parts.map(({ law }) => law),
})

export type DecisionPart = SignatureRequest['parts'][number]

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
  const receipts = await ownRequests(tx, caseId, documentId).where('r.act', '=', 'receipt').execute()
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
