const zone = 'Europe/Stockholm'
const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

export function stockholmClock(moment: Date): { day: string; time: string } {
  const [day = '', time = ''] = wallClock.format(moment).split(' ')
  return { day, time }
}

/**
 * Null if not '2026-09-15', '09:00', or of a year that no case can speak of. In autumn the first of two equal hours; a skipped hour in spring is the
 * next.
 */
export function stockholmMoment(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null
  if (day < '1900' || day >= '2200') return null
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(asIfUtc) || new Date(asIfUtc).toISOString().slice(0, 10) !== day) return null
  const hours = [2, 1].map((ahead) => new Date(asIfUtc - ahead * 3_600_000))
  return hours.find((moment) => showsExactly(moment, day, time)) ?? hours[1]!
}

function showsExactly(moment: Date, day: string, time: string): boolean {
  const shown = stockholmClock(moment)
  return shown.day === day && shown.time === time
}
