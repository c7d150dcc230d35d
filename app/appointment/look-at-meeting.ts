import type { StaffTx } from '../../db/connect'
import type { Keys } from '../disclosure/look-at-readers'
import { lookAtWords, type LookedWords } from '../disclosure/look-at-words'
import type { AppointmentFacts } from './plan-appointment'
import { findToldPersons, type Told, type ToldPerson, type ToldWords } from './told'

type Ticked = { seen: readonly string[] }

/**
 * What to check in a meeting before those who take part are told of it: for each, the texts that this one is told.
 * @param before as it is, when it is changed: what somebody is told already is not looked at anew
 */
export async function lookAtMeeting(
  tx: StaffTx,
  { caseId, facts, before, seen }: Ticked & { caseId: string; facts: AppointmentFacts; before: Told | null },
  keys: Keys,
): Promise<LookedWords[]> {
  const readers = (await findToldPersons(tx, caseId, facts.persons)).map((person) => {
    const told = new Set(before ? textsTold(before, person.personId) : [])
    return {
      ...person,
      texts: textsTo(person, facts).filter((text) => !told.has(text)),
      named: person.showsOthers ? facts.others.map(({ name }) => name) : [],
    }
  })
  return lookAtWords(tx, { caseId, readers, seen }, keys)
}

/**
 * What to check in words to those who take part in a meeting, or to one of them.
 * @param to null for everybody
 */
export async function lookAtMeetingWords(
  tx: StaffTx,
  { meeting, text, to, seen }: Ticked & { meeting: Told; text: string; to: string | null },
  keys: Keys,
): Promise<LookedWords[]> {
  const { caseId, persons } = meeting
  const only = to === null ? persons : await findToldPersons(tx, caseId, [{ id: to, ...nothingMore }])
  const readers = only.map((person) => ({ ...person, texts: [text] }))
  return lookAtWords(tx, { caseId, readers, seen }, keys)
}

const nothingMore = { showsPlace: false, showsOthers: false }

function textsTold(meeting: Told, personId: string): string[] {
  const person = meeting.persons.find((each) => each.personId === personId)
  return person ? textsTo(person, meeting) : []
}

function textsTo({ showsPlace, showsOthers }: ToldPerson, words: ToldWords): string[] {
  const { place, placeNote, bring, reason, others } = words
  return [
    ...(showsPlace ? [place, placeNote] : []),
    bring,
    reason,
    ...(showsOthers ? others.map(({ name, role }) => `${name}, ${role}`) : []),
  ].filter((text) => text !== null)
}
