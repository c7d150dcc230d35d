import { randomUUID } from 'node:crypto'
import type { NewFollowUp } from '../../app/follow-up/record-follow-up'
import { storyId } from '../../db/seed/story-id'
import { tindrasCase } from './asked'
import { idOf } from './people'
import type { Stories } from './stories'

/** The one that Tindra's story has planned. */
export const plannedFollowUp = storyId('follow_up', 'EK-2026-0412 2026-10-02')
export const tindrasGoal = storyId('plan_goal', 'tindra/plan 1 1')

/** Held today, by Mira. */
export const held = (changes: Partial<NewFollowUp> = {}): NewFollowUp => ({
  caseId: tindrasCase,
  followUpId: plannedFollowUp,
  formKey: randomUUID(),
  outcome: 'held',
  heldOn: '2026-09-15',
  reason: null,
  persons: [idOf('tindra'), idOf('marie')],
  providers: [{ name: 'Hanna Lund', role: 'samtalsstöd' }],
  goals: [
    {
      goalId: tindrasGoal,
      progress: 'onTheWay',
      childView: 'Det är lättare nu.',
      guardianView: null,
      providerView: null,
      assessment: null,
    },
  ],
  areas: ['education'],
  school: 'Hon är där varje dag.',
  health: null,
  familyContact: null,
  planChange: null,
  next: { on: '2026-12-01', at: '15:30', place: 'Stora huset' },
  ...changes,
})

/** Not held. */
export const missed = (changes: Partial<NewFollowUp> = {}) =>
  held({
    outcome: 'notHeld',
    heldOn: null,
    reason: 'Tindra var sjuk.',
    persons: [],
    providers: [],
    goals: [],
    areas: [],
    school: null,
    next: null,
    ...changes,
  })

/** What is kept of follow-ups. */
export async function countFollowUps({ owner }: Stories) {
  const { rows } = await owner.query<Record<'planned' | 'records' | 'participants' | 'logged', number>>(
    `select (select count(*)::int from follow_up) as planned, (select count(*)::int from follow_up_record) as records,
            (select count(*)::int from follow_up_participant) as participants,
            (select count(*)::int from audit_event where action = 'recordedFollowUp') as logged`,
  )
  return rows[0]!
}
