import type { DraftOf } from '../../app/draft/draft-fields.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { book, taking } from './appointments.ts'
import { eliasCase, tindrasCase } from './asked.ts'
import { begin, record, requestOf } from './signing-rows.ts'
import type { Stories } from './stories.ts'

/** Somebody who writes in a form, and what it is about. */
export type Writer = { who: PersonKey; of: DraftOf }

const a3 = storyId('note', 'A3')
const decision = 'elias/place-and-contact'

/** Every form in which a person writes, each with who writes in it. A youth and her mother take part in one meeting. */
export async function writersOf(stories: Stories): Promise<Record<DraftOf['kind'], Writer>> {
  const appointmentId = await book(stories, 'mira', tindrasCase, { persons: taking(['tindra'], ['marie']) })
  const [petersRequest, sarasRequest] = [
    await requestOf(stories, decision, 'peter'),
    await requestOf(stories, decision, 'sara'),
  ]
  // Sara has received the decision, and may appeal; Peter has not answered.
  await record(stories, (await begin(stories, 'sara', sarasRequest))!, {
    windows: [{ part: 1, last_day: '2026-10-06' }],
  })
  const documentId = storyId('document', decision)
  const tindra = { who: 'tindra' as const }
  return {
    contactRequest: { ...tindra, of: { kind: 'contactRequest', caseId: tindrasCase } },
    disputedFact: {
      ...tindra,
      of: { kind: 'disputedFact', caseId: tindrasCase, noteId: a3, documentId: null },
    },
    ownComment: {
      ...tindra,
      of: {
        kind: 'ownComment',
        caseId: tindrasCase,
        noteId: null,
        documentId: storyId('document', 'tindra/decision'),
      },
    },
    accessRequest: {
      ...tindra,
      of: { kind: 'accessRequest', caseId: tindrasCase, noteId: null, documentId: null },
    },
    point: { ...tindra, of: { kind: 'point', caseId: tindrasCase, appointmentId } },
    otherTime: { ...tindra, of: { kind: 'otherTime', caseId: tindrasCase, appointmentId } },
    decline: {
      who: 'peter',
      of: { kind: 'decline', caseId: eliasCase, documentId, requestId: petersRequest },
    },
    appeal: { who: 'sara', of: { kind: 'appeal', caseId: eliasCase, documentId, requestId: sarasRequest } },
  }
}
