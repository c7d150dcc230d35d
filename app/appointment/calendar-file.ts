import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { OwnAppointment } from './own-appointments'

type Told = Pick<OwnAppointment, 'calendarUid' | 'sequence' | 'timeSetAt' | 'state' | 'startsAt' | 'endsAt'>

/**
 * A meeting for somebody's own calendar (RFC 5545), which others may look into: when, and nothing of who, where or why.
 * Moments are in UTC, so that every calendar shows the right hour on both sides of a clock change. A moved one has the same
 * UID and a higher SEQUENCE, and takes the place of the earlier one.
 * @param title one word, in the reader's language
 */
export function calendarFile(
  { calendarUid, sequence, timeSetAt, state, startsAt, endsAt }: Told,
  title: string,
): string {
  const calendar = ical({ prodId: { company: '-', product: '-' }, method: ICalCalendarMethod.PUBLISH })
  calendar.createEvent({
    id: calendarUid,
    sequence,
    stamp: new Date(timeSetAt),
    start: new Date(startsAt),
    end: new Date(endsAt),
    summary: title,
    ...(state === 'cancelled' ? { status: ICalEventStatus.CANCELLED } : {}),
  })
  return calendar.toString()
}
