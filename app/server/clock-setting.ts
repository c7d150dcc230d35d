/** Swedish time (2026-09-15T09:00), or with a zone. @throws Error in production or when not valid */
export function clockOf(text: string, production: boolean): Date {
  if (production) throw new Error('is for tests and the demo only')
  const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text)
  const moment = local ? stockholm(text) : new Date(text)
  if (Number.isNaN(moment.getTime())) throw new Error('must look like 2026-09-15T09:00')
  return moment
}

// Tries both offsets and keeps the one that reads back the same.
function stockholm(text: string): Date {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const wanted = `${text.replace('T', ' ')}${text.length === 16 ? ':00' : ''}`
  const offsets = ['+02:00', '+01:00'].map((offset) => new Date(`${text}${offset}`))
  return offsets.find((moment) => format.format(moment) === wanted) ?? offsets[1]!
}
