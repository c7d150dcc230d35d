import { z } from 'zod'
import { chooseText, userMessageSchema, type UserMessage } from './user-message.ts'

export type SignOrder = { hiddenData: Buffer; messages: UserMessage }

// BankID's own limits, in characters of base64.
const MOST = { message: 40_000, hiddenData: 200_000 }

const bytesSchema = z
  .string()
  .min(1)
  .max(MOST.hiddenData)
  .refine((text) => Buffer.from(text, 'base64').toString('base64') === text)
  .transform((text) => Buffer.from(text, 'base64'))

const shortSchema = z
  .record(z.string(), z.unknown())
  .refine((members) =>
    Object.values(members).every((value) => typeof value !== 'string' || value.length <= MOST.message),
  )

/** Signature Extension 1.1, 3. `fault` says what is wrong, for whoever connects a service. */
export function parseSignOrder(value: unknown): SignOrder | { fault: string } {
  const members = z.record(z.string(), z.unknown()).safeParse(value).data
  if (!members) return { fault: 'signRequest is missing or no object' }
  const hiddenData = bytesSchema.safeParse(members['tbs_data']).data
  if (!hiddenData) return { fault: 'tbs_data is missing, no base64 or too long' }
  if (!shortSchema.safeParse(members['sign_message']).success)
    return { fault: 'sign_message is missing or too long' }
  const messages = userMessageSchema.safeParse(members['sign_message']).data
  return messages
    ? { hiddenData, messages }
    : { fault: 'sign_message must hold base64 of UTF-8 in plain text' }
}

export function textOf({ messages }: SignOrder, language: string): string {
  return chooseText(messages, language) ?? messages['sv'] ?? Object.values(messages)[0] ?? ''
}
