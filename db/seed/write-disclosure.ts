import type { StaffKey } from './people.ts'
import type { Reader } from './story.ts'
import { storyId } from './story-id.ts'

/** What the disclosure of a note and of a document have in common. The author of the item decides. */
export function disclosureRow(
  municipality_id: string,
  itemKey: string,
  reader: Reader<unknown>,
  decidedBy: StaffKey,
) {
  return {
    municipality_id,
    id: storyId('disclosure', `${itemKey} ${reader.person}`),
    person_id: storyId('person', reader.person),
    level: reader.level,
    title: reader.title ?? null,
    ground: reader.ground ?? null,
    ground_shown: reader.groundTold ?? false,
    harm_assessment: reader.harm ?? null,
    review_on: reader.reviewOn ?? null,
    shown_from: reader.shownFrom,
    decided_by: storyId('staff', decidedBy),
    decided_at: reader.decidedAt,
  }
}
