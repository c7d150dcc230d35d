import { filledFields, type SmsShape } from './sms-shapes.ts'
import { faultOf, isUnconnected, type Send, type SendOutcome } from './sender.ts'

export type SmsSettings = {
  /** Without credentials. */
  url: string
  auth: { user: string; pass: string } | null
  from: string
  shape: SmsShape
}

export function smsSender({ url, auth, from, shape }: SmsSettings): Send {
  return async ({ address, words, receiptAddress }, signal) => {
    const fields = filledFields(shape.fields, {
      from,
      to: address,
      text: words.text,
      receipt: receiptAddress ?? '',
    })
    const isForm = shape.body === 'form'
    const headers: Record<string, string> = {
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      Accept: 'application/json',
    }
    if (auth)
      headers['Authorization'] = `Basic ${Buffer.from(`${auth.user}:${auth.pass}`).toString('base64')}`
    const body = isForm
      ? new URLSearchParams(fields as Record<string, string>).toString()
      : JSON.stringify(fields)
    try {
      const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal })
      return outcomeOf(shape, answer.status, await answer.text())
    } catch (error) {
      return brokenOff(error)
    }
  }
}

function outcomeOf({ sentWhen, badAddressWhen }: SmsShape, status: number, text: string): SendOutcome {
  const said = jsonOf(text)
  if (badAddressWhen && says(said, badAddressWhen)) return { outcome: 'bounced', because: 'bounced' }
  const isAccepted = status >= 200 && status < 300
  if (isAccepted && says(said, sentWhen)) return { outcome: 'sent' }
  return {
    outcome: 'failed',
    fault: faultOf('http', status),
    // Accepted in words that are not known, or broken off behind whoever answers: it may be on its way. 503 says that nothing is taken.
    maybeSent: (isAccepted && said === null) || (status >= 500 && status !== 503),
    // Wrong credentials, no credit, too many at once, or broken: for everybody alike.
    isAway: [401, 402, 403, 429].includes(status) || status >= 500,
  }
}

function says(
  said: Record<string, unknown> | null,
  { field, is }: { field: string; is: readonly unknown[] },
): boolean {
  return said !== null && is.includes(said[field])
}

function jsonOf(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function brokenOff(error: unknown): SendOutcome {
  const { cause, name } = error as { cause?: { code?: string }; name: string }
  return {
    outcome: 'failed',
    fault: faultOf(cause?.code ?? name),
    maybeSent: !isUnconnected(cause ?? {}),
    isAway: true,
  }
}
