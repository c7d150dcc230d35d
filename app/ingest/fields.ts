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

/** With its offset: 2026-03-16T15:20:00+01:00. */
export const moment = z.iso.datetime({ offset: true })

export const day = z.iso.date()

export const caseNumber = text(60).describe('Case number, as the register of cases has it')
export const employeeId = text(40).describe('Employee id, as the municipality has it')

/** Part of addresses, so it may hold no name or number of a person (item-faults.ts). */
export const externalId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,100}$/)
  .describe('The sender’s own name for this. No personal identity number')
