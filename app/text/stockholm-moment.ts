const zone = 'Europe/Stockholm'
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

/** Swedish local time: `{ day: '2026-09-15', time: '09:00' }`. */
export function stockholmClock(moment: Date): { day: string; time: string } {
  const [day = '', time = ''] = wallClock.format(moment).split(' ')
  return { day, time }
}

/**
 * Null unless written as '2026-09-15' and '09:00'. An hour that occurs twice in autumn is the first of the two;
 * an hour skipped in spring is the one after.
 */
export function stockholmMoment(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asIfUtc) || new Date(asIfUtc).toISOString().slice(0, 10) !== day) return null
  const hours = [2, 1].map((ahead) => new Date(asIfUtc - ahead * 3_600_000))
  return hours.find((moment) => showsExactly(moment, day, time)) ?? hours[1]!
}

function showsExactly(moment: Date, day: string, time: string): boolean {
  const shown = stockholmClock(moment)
  return shown.day === day && shown.time === time
}
