import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Subject } from '../../db/opening.ts'
import type { SignInKind } from '../oidc/sign-in-kind.ts'
import type { DataKeys } from '../person/data-keys.ts'
import { holderField, holderHeader } from '../ui/form/holder.ts'

/**
 * Whom a form was drawn for, as the form carries it: the same in every session of theirs, and nobody else's. A keyed
 * hash, so that a page tells nothing of the id behind it.
 */
export function holderMarkOf(
  kind: SignInKind | 'together',
  { municipalityId, subjectId }: Pick<Subject, 'municipalityId' | 'subjectId'>,
  keys: DataKeys,
): string {
  return createHmac('sha256', keys.lookup)
    .update(`form ${kind} ${municipalityId} ${subjectId}`)
    .digest('base64url')
}

/** The mark that came with a post, in the form or, from a script, in a header; empty without one. */
export function postedMarkOf(request: Request, form: FormData | undefined): string {
  const mark = form?.get(holderField) ?? request.headers.get(holderHeader)
  return typeof mark === 'string' ? mark : ''
}

export function isSameMark(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
