import type { AccessEvent } from './access-log'

/** Readings of one thing by one person on one day. `at` is the latest of them. */
export type Reading = AccessEvent & { times: number }

export type AccessDay = { day: string; readings: Reading[] }

/** Groups events by Swedish day and counts a person's repeated readings of the same thing as one line. */
export function accessDaysOf(events: readonly AccessEvent[]): AccessDay[] {
  const days = new Map<string, Map<string, Reading>>()
  for (const event of events) {
    const readings = days.get(event.day) ?? new Map<string, Reading>()
    days.set(event.day, readings)
    const same = JSON.stringify([
      event.isMe,
      event.givenName,
      event.familyName,
      event.action,
      event.childName,
      event.itemTitle,
    ])
    const known = readings.get(same)
    if (known) known.times += 1
    else readings.set(same, { ...event, times: 1 })
  }
  return [...days].map(([day, readings]) => ({ day, readings: [...readings.values()] }))
}
