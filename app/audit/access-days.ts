import type { AccessEvent } from './access-log'

/** One person's readings of one thing on one day. `at` is the latest. */
export type Reading = AccessEvent & { times: number }

export type AccessDay = { day: string; readings: Reading[] }

/** Groups events by Swedish day and joins a person's repeated readings of the same thing. */
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
