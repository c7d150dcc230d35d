import { z } from 'zod'

// The database refuses lone surrogates and some control characters.
const noText = /\p{Surrogate}|[^\P{Cc}\t\n\r]/u

export function text(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => !noText.test(value), 'holds characters that are no text')
}

/** Years that a case can speak of. The database knows no year 0, and nobody waits until the year 9999. */
const isInOurTime = (written: string) => written >= '1900' && written < '2200'
const otherTime = 'must be of the years 1900 to 2199'

/** With its offset: 2026-03-16T15:20:00+01:00. No clock on earth is more than 14 hours from UTC. */
export const moment = z.iso
  .datetime({ offset: true, abort: true })
  .max(40)
  .refine(isInOurTime, otherTime)
  .refine((written) => !/[+-](1[5-9]|2\d):\d\d$/.test(written), 'has an offset that no clock has')

export const day = z.iso.date({ abort: true }).refine(isInOurTime, otherTime)

export const caseNumber = text(60).describe('Case number, as the register of cases has it')
export const employeeId = text(40).describe('Employee id, as the municipality has it')

/** Part of addresses, so it may hold no name or number of a person (item-faults.ts). */
export const externalId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,100}$/)
  .describe('The sender’s own name for this. No personal identity number')
