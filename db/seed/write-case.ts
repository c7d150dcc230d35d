import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { Story } from './story.ts'
import { storyId } from './story-id.ts'

/** The two ids that a story's rows carry. */
export type CaseIds = { municipality_id: string; case_id: string }

/** Writes the case, who belongs to it, its stages and its dates. */
export async function writeCase(tx: Kysely<DB>, story: Story): Promise<CaseIds> {
  const municipality_id = storyId('municipality', story.municipality)
  const case_id = storyId('case', story.caseNumber)
  const ids = { municipality_id, case_id }
  const idOf = (kind: string, key: string) => storyId(kind, `${story.caseNumber} ${key}`)
  const sinceOpened = `[${story.openedOn},)`

  await insertAll(tx, 'case_file', [
    {
      municipality_id,
      id: case_id,
      unit_id: storyId('unit', story.unit),
      child_id: storyId('person', story.child),
      case_number: story.caseNumber,
      opened_on: story.openedOn,
      closed_on: story.closedOn ?? null,
      readable_until: story.readableUntil ?? null,
    },
  ])
  await insertAll(
    tx,
    'case_party',
    story.parties.map(({ person, role, source }) => ({
      ...ids,
      id: idOf('case_party', person),
      person_id: storyId('person', person),
      role,
      valid: sinceOpened,
      source,
    })),
  )
  await insertAll(
    tx,
    'caseworker_assignment',
    story.caseworkers.map(({ staff, kind }) => ({
      ...ids,
      id: idOf('caseworker_assignment', staff),
      staff_id: storyId('staff', staff),
      kind,
      valid: sinceOpened,
    })),
  )
  await writeDates(tx, story, ids, idOf)
  return ids
}

async function writeDates(
  tx: Kysely<DB>,
  story: Story,
  ids: CaseIds,
  idOf: (kind: string, key: string) => string,
): Promise<void> {
  await insertAll(
    tx,
    'case_stage',
    story.stages.map(({ stage, on, dueOn, shownFrom }) => ({
      ...ids,
      id: idOf('case_stage', `${stage} ${on}`),
      stage,
      started_on: on,
      due_on: dueOn ?? null,
      shown_from: shownFrom,
    })),
  )
  await insertAll(
    tx,
    'deadline',
    story.deadlines.map(({ kind, person, dueOn, doneOn, source, shownFrom }) => ({
      ...ids,
      id: idOf('deadline', `${kind} ${person ?? ''}`),
      person_id: person ? storyId('person', person) : null,
      kind,
      due_on: dueOn,
      done_on: doneOn ?? null,
      source,
      shown_from: shownFrom,
    })),
  )
  await insertAll(
    tx,
    'follow_up',
    story.followUps.map(({ plannedOn, heldOn, shownFrom }) => ({
      ...ids,
      id: idOf('follow_up', plannedOn),
      planned_on: plannedOn,
      held_on: heldOn ?? null,
      outcome: heldOn ? 'held' : null,
      shown_from: shownFrom,
    })),
  )
}
