import { daysAfter } from '../../document/decision/swedish-days.ts'
import { isNonWorkingDay } from '../../calendar/working-days.ts'

/**
 * The last day of a time counted in weeks from the day something was received: the same weekday, moved on to the next
 * working day where it falls on a day off (förvaltningslagen 2017:900 44 §, lag 1930:173 1 and 2 §§).
 * @param receivedOn a Swedish day, "YYYY-MM-DD"
 */
export function lastDayOfWeeks(receivedOn: string, weeks: number): string {
  let day = daysAfter(receivedOn, weeks * 7)
  while (isNonWorkingDay(day)) day = daysAfter(day, 1)
  return day
}
