import { findIdentityNumbers } from '../text/identity-numbers.ts'
import { isPersonalIdentityNumber } from '../person/personal-identity-number.ts'
import { contentFaults } from '../document/content/content-faults.ts'
import type { IngestItem } from './item-schemas.ts'
import type { ProblemError } from './problems.ts'
import { stockholmClock } from '../calendar/stockholm-moment'

const clockTolerance = 5 * 60_000

type Item<Kind extends IngestItem['kind']> = Extract<IngestItem, { kind: Kind }>['item']

/** Fields that contradict each other or the clock (ASVS 2.2.3). */
export async function faultsOf(sent: IngestItem, now: Date): Promise<ProblemError[]> {
  return [...(await nameFaults({ externalId: sent.item.externalId }, now)), ...kindFaults(sent, now)]
}

/** An external id that is a personal identity number would end up in addresses (ASVS 14.2.1). */
export async function nameFaults(
  names: { externalId: string; note?: string },
  now: Date,
): Promise<ProblemError[]> {
  const faults: ProblemError[] = []
  for (const name of ['externalId', 'note'] as const) {
    const found = await findIdentityNumbers(names[name] ?? '', now)
    if (found.length > 0) faults.push({ pointer: `/${name}`, detail: 'is a personal identity number' })
  }
  return faults
}

function kindFaults(sent: IngestItem, now: Date): ProblemError[] {
  switch (sent.kind) {
    case 'note':
      return noteFaults(sent.item, now)
    case 'stage':
      return stageFaults(sent.item, now)
    case 'party':
      return partyFaults(sent.item, now)
    case 'document':
      return documentFaults(sent.item, now)
  }
}

function noteFaults({ eventAt, recordedAt, lockedAt }: Item<'note'>, now: Date): ProblemError[] {
  return [
    ...inFuture('/eventAt', eventAt, now),
    ...inFuture('/recordedAt', recordedAt, now),
    ...inFuture('/lockedAt', lockedAt, now),
    ...outOfOrder('/recordedAt', eventAt, recordedAt),
    ...outOfOrder('/lockedAt', recordedAt, lockedAt),
  ]
}

function stageFaults({ startedOn, dueOn }: Item<'stage'>, now: Date): ProblemError[] {
  return [...dayInFuture('/startedOn', startedOn, now), ...outOfOrder('/dueOn', startedOn, dueOn)]
}

function partyFaults(
  { personalIdentityNumber, validFrom, validTo }: Item<'party'>,
  now: Date,
): ProblemError[] {
  const isNumber = isPersonalIdentityNumber(personalIdentityNumber, now)
  return [
    ...(isNumber ? [] : [{ pointer: '/personalIdentityNumber', detail: 'is no personal identity number' }]),
    ...outOfOrder('/validTo', validFrom, validTo),
  ]
}

function documentFaults(
  { signedAt, datedOn, version, changeReason, title, sections, blocks }: Item<'document'>,
  now: Date,
): ProblemError[] {
  const isUnexplained = version > 1 && changeReason === undefined
  return [
    ...inFuture('/signedAt', signedAt, now),
    ...dayInFuture('/datedOn', datedOn, now),
    ...(isUnexplained ? [{ pointer: '/changeReason', detail: 'is missing' }] : []),
    ...(sections === undefined && blocks === undefined
      ? [{ pointer: '/sections', detail: 'is missing' }]
      : []),
    ...(sections && blocks ? [{ pointer: '/blocks', detail: 'stands beside sections' }] : []),
    ...contentFaults({ title, blocks: blocks ?? [] }).map(({ rule, path }) => ({
      pointer: path.map((part) => `/${part}`).join(''),
      detail: rule,
    })),
  ]
}

function inFuture(pointer: string, at: string | undefined, now: Date): ProblemError[] {
  const isLater = at !== undefined && new Date(at).getTime() > now.getTime() + clockTolerance
  return isLater ? [{ pointer, detail: 'is in the future' }] : []
}

function dayInFuture(pointer: string, day: string, now: Date): ProblemError[] {
  const today = stockholmClock(now).day
  return day > today ? [{ pointer, detail: 'is in the future' }] : []
}

function outOfOrder(pointer: string, first: string, then: string | undefined): ProblemError[] {
  const isBefore = then !== undefined && new Date(then) < new Date(first)
  return isBefore ? [{ pointer, detail: 'is before what it follows' }] : []
}
