import { stockholmClock } from '../calendar/stockholm-moment'

/** Whether an answer by that day, "YYYY-MM-DD", comes before the day of the meeting. */
export function isInTime(answerBy: string, startsAt: string | Date): boolean {
  return answerBy < stockholmClock(new Date(startsAt)).day
}
