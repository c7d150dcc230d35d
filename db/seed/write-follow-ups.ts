import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { Story } from './story.ts'
import { storyId } from './story-id.ts'
import type { CaseIds } from './write-case.ts'

/** Writes what was recorded of the follow-ups that were held. */
export async function writeFollowUps(
  tx: Kysely<DB>,
  story: Story,
  { municipality_id }: CaseIds,
): Promise<void> {
  const idOf = (plannedOn: string) => storyId('follow_up', `${story.caseNumber} ${plannedOn}`)
  const written = story.followUps.flatMap(({ plannedOn, record }) =>
    record ? [{ record, ids: { municipality_id, follow_up_id: idOf(plannedOn) } }] : [],
  )
  await insertAll(
    tx,
    'follow_up_record',
    written.map(({ record, ids }) => ({
      ...ids,
      school: record.school ?? null,
      health: record.health ?? null,
      family_contact: record.familyContact ?? null,
      plan_change: record.planChange ?? null,
      next_id: record.next ? idOf(record.next) : null,
      note_id: storyId('note', record.note),
      form_key: storyId('form', ids.follow_up_id),
      recorded_at: record.at,
      recorded_by: storyId('staff', record.by),
    })),
  )
  await insertAll(
    tx,
    'follow_up_participant',
    written.flatMap(({ record, ids }) => [
      ...record.persons.map((person) => ({
        ...ids,
        id: storyId('follow_up_participant', `${ids.follow_up_id} ${person}`),
        person_id: storyId('person', person),
        name: null,
        role: null,
      })),
      ...record.providers.map(({ name, role }) => ({
        ...ids,
        id: storyId('follow_up_participant', `${ids.follow_up_id} ${name}`),
        person_id: null,
        name,
        role,
      })),
    ]),
  )
  await insertAll(
    tx,
    'follow_up_goal',
    written.flatMap(({ record: { plan, goals }, ids }) =>
      goals.map((seen, place) => ({
        ...ids,
        goal_id: storyId('plan_goal', `${plan.document} ${plan.number} ${place + 1}`),
        progress: seen.progress,
        child_view: seen.childView ?? null,
        guardian_view: seen.guardianView ?? null,
        provider_view: seen.providerView ?? null,
        assessment: seen.assessment ?? null,
      })),
    ),
  )
  await insertAll(
    tx,
    'follow_up_area',
    written.flatMap(({ record, ids }) => record.areas.map((area) => ({ ...ids, area }))),
  )
}
