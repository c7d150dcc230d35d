import { z } from 'zod'

// Half a character, or a control character that is no line end or tab: a database refuses some of them.
const noText = /\p{Surrogate}|[^\P{Cc}\t\n\r]/u

/** Text as it can be stored: whole characters, and of the control characters only line ends and tabs. */
export function text(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => !noText.test(value), 'holds characters that are no text')
}

/** A moment with its offset: 2026-03-16T15:20:00+01:00. */
export const moment = z.iso.datetime({ offset: true })

/** A legal day: 2026-03-16. */
export const day = z.iso.date()

export const caseNumber = text(60).describe('Case number, as the register of cases has it')
export const employeeId = text(40).describe('Employee id, as the municipality has it')

/** It stands in addresses: no name of a person and no number of one (item-faults.ts). */
export const externalId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,100}$/)
  .describe('The sender’s own name for this. No personal identity number')
