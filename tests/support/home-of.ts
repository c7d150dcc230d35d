import { homeQuestion } from '../../app/case/home.ts'
import type { PersonKey } from '../../db/seed/people.ts'
import type { Stories } from './stories.ts'

/** What the home page shows somebody. */
export function homeOf(stories: Stories, who: PersonKey, when?: Date) {
  return stories.asPerson(
    who,
    async (tx) => (await tx.executeQuery(homeQuestion({ canSign: true }))).rows[0]!.page,
    when,
  )
}
