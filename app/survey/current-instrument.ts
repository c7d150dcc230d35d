import type { Birth } from '../person/birth-of-number.ts'
import { isUnverified, type Instrument, type RespondentGroup, type SurveySubject } from './instrument.ts'

type When = {
  /** Legal day of the invitation, YYYY-MM-DD. */
  day: string
  /** SURVEY_ALLOW_UNVERIFIED: the demo and tests alone. */
  allowUnverified: boolean
}
type Wish = When & { respondentGroup: RespondentGroup; about: SurveySubject }

/**
 * What this group is asked about this on the day. The municipality's own form goes before ours, the one that came into
 * use last before those before it, and a higher version before a lower.
 */
export function currentInstrument(instruments: readonly Instrument[], wish: Wish): Instrument | undefined {
  const { respondentGroup, about } = wish
  return instruments
    .filter((each) => each.respondentGroup === respondentGroup && each.about.includes(about))
    .filter((each) => isOfferedOn(each, wish))
    .toSorted(byPrecedence)[0]
}

/** Whether somebody may be invited to it that day. */
export function isOfferedOn(instrument: Instrument, { day, allowUnverified }: When): boolean {
  const { validFrom, validTo } = instrument
  const isValid = validFrom <= day && (validTo === undefined || day <= validTo)
  return isValid && (allowUnverified || !isUnverified(instrument))
}

function byPrecedence(a: Instrument, b: Instrument): number {
  return (
    Number(b.isLocal) - Number(a.isLocal) ||
    b.validFrom.localeCompare(a.validFrom) ||
    b.version - a.version ||
    a.id.localeCompare(b.id)
  )
}

type Respondent = { role: 'child'; born: Birth } | { role: 'guardian' }

const placements: readonly SurveySubject[] = ['fosterHome', 'supportedHousing', 'residentialCareHome']

/**
 * The group that somebody answers in: children to 12 by the child's form, 13–20 by the youth's (Kolada's bands).
 * Where the day of birth is not known, the fewest years there can be.
 * @param day YYYY-MM-DD
 * @returns null from 21
 */
export function respondentGroupOf(
  respondent: Respondent,
  about: SurveySubject,
  day: string,
): RespondentGroup | null {
  if (respondent.role === 'guardian') return about === 'openIntervention' ? 'carer' : 'guardian'
  const age = ageOn(respondent.born.latest, day)
  if (age < 13) return 'child'
  if (age > 20) return null
  return placements.includes(about) ? 'placedYouth' : 'youth'
}

function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}
