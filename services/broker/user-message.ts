import { z } from 'zod'

/** By language tag. The untagged text has an empty key. */
export type UserMessage = Record<string, string>

export const USER_MESSAGE_MIME_TYPES = ['text/plain']

export const userMessageSchema = z
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

/** Request Parameter Extensions 2.1, base64 of UTF-8. Undefined: the spec requires us to refuse it. */
export function parseUserMessage(value: unknown): UserMessage | undefined {
  return userMessageSchema.safeParse(value).data
}

/** The page's language, else the untagged text (same section). */
export function chooseText(message: UserMessage, language: string): string | undefined {
  return message[language] ?? message[language.split('-')[0] ?? ''] ?? message['']
}

/** `Buffer.from` skips what is not base64, so we encode back and compare. */
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
