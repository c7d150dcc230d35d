/** A text in the one way of writing it that equal texts share: letters composed (NFC), lines ended by one sign. */
export const evenText = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC')

/**
 * A text as it is taken in from a form or an engine: even, and only what the database can keep: no NUL, no half of a
 * surrogate pair. Joiners and marks of direction stay: languages need them.
 */
export const enteredText = (text: string): string =>
  evenText(text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd'))

/** All texts in a JSON value, whatever their depth: a reviver of JSON.parse. */
const inTexts =
  (rule: (text: string) => string) =>
  (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? rule(value) : value

export const enteredValue = inTexts(enteredText)

/** From a system, which is told of what is no text (app/ingest/fields.ts) rather than having it left out. */
export const sentValue = inTexts(evenText)
