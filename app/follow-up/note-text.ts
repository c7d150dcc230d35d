import type { GoalProgress } from '../../db/closed-lists'
import { swedishDay } from '../document/decision/swedish-days'
import { stockholmClock } from '../calendar/stockholm-moment'
import type { FollowUpRecord, SeenGoal } from './read-follow-up'

// In Swedish, as every record is: the caseworker goes on from here, and answers for each word.

const progressWords: Record<GoalProgress, string> = {
  reached: 'Målet är nått.',
  onTheWay: 'Målet är på väg.',
  notYet: 'Målet är inte nått än.',
  noLongerWanted: 'Målet gäller inte längre.',
}

/** The text that a note of a held follow-up begins with: a paragraph a subject, empty lines between. */
export function noteTextOf(record: FollowUpRecord, childName: string): string {
  const { heldOn, school, health, familyContact, planChange, nextOn, nextAt, nextPlace } = record
  const names = listed(record.participants.map(({ name, role }) => (role ? `${name} (${role})` : name)))
  const where = [nextAt ? `klockan ${stockholmClock(nextAt).time.replace(':', '.')}` : null, nextPlace]
    .filter(Boolean)
    .join(', ')
  return [
    heldOn ? `Uppföljning ${swedishDay(heldOn)}. Med på mötet: ${names}.` : null,
    ...record.goals.map((goal) => goalText(goal, childName)),
    labelled('Skola', school),
    labelled('Hälsa', health),
    labelled('Kontakt med familjen', familyContact),
    labelled('Det här ändras i planen', planChange),
    nextOn ? `Nästa uppföljning: ${swedishDay(nextOn)}${where ? `, ${where}` : ''}.` : null,
  ]
    .filter((part) => part !== null)
    .join('\n\n')
}

function goalText({ position, goal, progress, ...views }: SeenGoal, childName: string): string {
  return [
    `Mål ${position}: ${sentence(goal)} ${progressWords[progress]}`,
    labelled(`${childName} säger`, views.childView),
    labelled('Vårdnadshavare säger', views.guardianView),
    labelled('Den som ger hjälpen säger', views.providerView),
    labelled('Bedömning', views.assessment),
  ]
    .filter((part) => part !== null)
    .join('\n\n')
}

const labelled = (label: string, text: string | null) => (text ? `${label}: ${sentence(text)}` : null)

const sentence = (text: string) => (/[.!?”"]$/.test(text) ? text : `${text}.`)

const listed = (names: readonly string[]) => new Intl.ListFormat('sv').format(names)
