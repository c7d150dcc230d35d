/**
 * A text as it is taken in, from whoever: composed (NFC), so that equal words are equal, and only what the database can
 * keep: no NUL, no half of a surrogate pair. Joiners and marks of direction stay: languages need them.
 */
export const enteredText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')

/** All texts in a JSON value, whatever their depth: a reviver of JSON.parse. */
export const enteredValue = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? enteredText(value) : value
