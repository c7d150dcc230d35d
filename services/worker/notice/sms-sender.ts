import { filledFields, type SmsShape } from './sms-shapes.ts'
import { faultOf, type Send, type SendOutcome } from './sender.ts'

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
    // Accepted in words that are not known: it may be on its way.
    maybeSent: isAccepted && said === null,
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

/** No connection was made, so nothing was said on it. */
const unconnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL)/

function brokenOff(error: unknown): SendOutcome {
  const code = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name
  return { outcome: 'failed', fault: faultOf(code), maybeSent: !unconnected.test(code), isAway: true }
}
