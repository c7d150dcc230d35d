/**
 * How gateways for SMS are spoken to, as data. `{to}`, `{from}`, `{text}` and `{receipt}` are filled in; a field that would be empty is
 * left out. `sentWhen`: what an accepting answer says, and `badAddressWhen` one that knows already that it will not arrive.
 */
export type SmsShape = {
  source: string
  body: 'form' | 'json'
  fields: Fields
  sentWhen: { field: string; is: readonly (string | boolean)[] }
  badAddressWhen: { field: string; is: readonly string[] } | null
  /** Whether it calls back when a message has arrived or has not. */
  hasReceipts: boolean
}
type Fields = { [name: string]: string | Fields }

export const smsShapes = {
  '46elks': {
    source: '46elks.com/docs/send-sms, read November 2026 (reference: integrations 2)',
    body: 'form',
    // Without dontlog the text is kept there.
    fields: { from: '{from}', to: '{to}', message: '{text}', dontlog: 'message', whendelivered: '{receipt}' },
    sentWhen: { field: 'status', is: ['created', 'sent', 'delivered'] },
    badAddressWhen: { field: 'status', is: ['failed'] },
    hasReceipts: true,
  },
  'sms-sender-2': {
    source:
      'Sundsvallskommun/api-service-messaging, sms-sender-2.0.yml, read November 2026 (reference: integrations 2)',
    body: 'json',
    fields: { sender: { name: '{from}' }, mobileNumber: '{to}', message: '{text}', priority: 'NORMAL' },
    sentWhen: { field: 'sent', is: [true] },
    badAddressWhen: null,
    hasReceipts: false,
  },
} as const satisfies Record<string, SmsShape>

export type SmsShapeName = keyof typeof smsShapes

/** The fields with their values. Values are put in as they are, whatever braces they hold. */
export function filledFields(fields: Fields, values: Record<string, string>): Fields {
  const filled = Object.entries(fields).map(([name, value]): [string, string | Fields] => [
    name,
    typeof value === 'string'
      ? value.replace(/\{(\w+)\}/g, (_all, key: string) => values[key] ?? '')
      : filledFields(value, values),
  ])
  return Object.fromEntries(filled.filter(([, value]) => value !== ''))
}
