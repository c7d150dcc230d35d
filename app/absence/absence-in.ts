import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { stockholmMoment } from '../calendar/stockholm-moment'
import type { NewAbsence } from './absence'

const form = z.object({
  who: z.string().catch(''),
  from: z.string().catch(''),
  to: z.string().catch(''),
  absence: z.uuid().catch(() => randomUUID()),
})

/** What the form held, as it was typed. */
export type AbsenceValues = z.infer<typeof form>

/** `field` is the name, and id, of the field to mend. */
export type AbsenceFault = {
  field: 'who' | 'from' | 'to'
  fault: 'who' | 'from' | 'to' | 'order' | 'past' | 'far' | 'overlaps' | 'otherAbsence'
}

type AbsenceIn = { values: AbsenceValues; fault: AbsenceFault | null; absence: NewAbsence }

/** @param today a Swedish day, 'YYYY-MM-DD' */
export function absenceIn(posted: FormData, today: string): AbsenceIn {
  const values = form.parse(Object.fromEntries(posted))
  const { who, from, to, absence: id } = values
  return { values, fault: faultOf(values, today), absence: { id, staffId: who, from, to } }
}

function faultOf({ who, from, to }: AbsenceValues, today: string): AbsenceFault | null {
  if (!z.uuid().safeParse(who).success) return { field: 'who', fault: 'who' }
  if (!isDay(from)) return { field: 'from', fault: 'from' }
  if (!isDay(to)) return { field: 'to', fault: 'to' }
  if (to < from) return { field: 'to', fault: 'order' }
  if (to < today) return { field: 'to', fault: 'past' }
  if (to > `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`) return { field: 'to', fault: 'far' }
  return null
}

const isDay = (text: string) => stockholmMoment(text, '12:00') !== null
