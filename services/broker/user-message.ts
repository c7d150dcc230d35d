import { z } from 'zod'

/** The texts of a sign-in message by language tag; the untagged one under the empty string. */
type UserMessage = Record<string, string>

export const USER_MESSAGE_MIME_TYPES = ['text/plain']

const userMessageSchema = z
  .looseObject({ mime_type: z.literal(USER_MESSAGE_MIME_TYPES).optional() })
  .transform((members, context): UserMessage => {
    const texts: UserMessage = {}
    for (const [member, value] of Object.entries(members)) {
      const tag = /^message(?:#(.+))?$/.exec(member)
      if (!tag) continue
      const text = decodeBase64Text(value)
      if (text === undefined)
        context.addIssue({ code: 'custom', message: `${member} is not base64 of UTF-8` })
      else texts[(tag[1] ?? '').toLowerCase()] = text
    }
    if (Object.keys(texts).length === 0) context.addIssue({ code: 'custom', message: 'no message' })
    return texts
  })

/**
 * Reads a `userMessage` (Authentication Request Parameter Extensions 2.1): a JSON object whose members
 * `message` and `message#<language>` are base64 of UTF-8.
 *
 * @returns undefined when it is malformed or of a MIME type other than USER_MESSAGE_MIME_TYPES, which the
 * specification requires a provider to refuse
 */
export function parseUserMessage(value: unknown): UserMessage | undefined {
  return userMessageSchema.safeParse(value).data
}

/** The text in the language of the page, else the untagged one, else none (same section). */
export function chooseText(message: UserMessage, language: string): string | undefined {
  return message[language] ?? message[language.split('-')[0] ?? ''] ?? message['']
}

/** `Buffer.from` skips what is not base64, so the bytes are encoded back and compared. */
function decodeBase64Text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const bytes = Buffer.from(value, 'base64')
  if (bytes.toString('base64') !== value) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
