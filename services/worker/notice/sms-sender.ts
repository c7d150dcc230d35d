import { askGateway, brokenOff, isAccepted, jsonIn, refusedBy, type Answer, type Gateway } from './gateway.ts'
import { filledFields, type SmsShape } from './sms-shapes.ts'
import { faultOf, type Send, type SendOutcome } from './sender.ts'

export type SmsSettings = { gateway: Gateway; from: string; shape: SmsShape }

export function smsSender({ gateway, from, shape }: SmsSettings): Send {
  return async ({ address, words, receiptAddress }, signal) => {
    const fields = filledFields(shape.fields, {
      from,
      to: address,
      text: words.text,
      receipt: receiptAddress ?? '',
    })
    const body =
      shape.body === 'form'
        ? {
            type: 'application/x-www-form-urlencoded',
            text: new URLSearchParams(fields as Record<string, string>).toString(),
          }
        : { type: 'application/json', text: JSON.stringify(fields) }
    try {
      return outcomeOf(shape, await askGateway(gateway, { body }, signal))
    } catch (error) {
      return brokenOff(error, true)
    }
  }
}

function outcomeOf({ sentWhen, badAddressWhen }: SmsShape, answer: Answer): SendOutcome {
  const json = jsonIn(answer)
  const said = typeof json === 'object' ? (json as Record<string, unknown> | null) : null
  if (badAddressWhen && says(said, badAddressWhen)) return { outcome: 'bounced', because: 'bounced' }
  const { status } = answer
  if (isAccepted(status) && says(said, sentWhen)) return { outcome: 'sent' }
  // An accepting answer that says otherwise has said that it was not taken.
  if (isAccepted(status) && said !== null)
    return { outcome: 'failed', fault: faultOf('http', status), maybeSent: false, isAway: false }
  return refusedBy(status, true)
}

function says(
  said: Record<string, unknown> | null,
  { field, is }: { field: string; is: readonly unknown[] },
): boolean {
  return said !== null && is.includes(said[field])
}
