// GSM 03.38, the basic alphabet and its extension (3GPP TS 23.038 6.2.1): one letter outside makes the whole message UCS-2.
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extension = '^{}\\[~]|€\f'

/** How many SMS a text is sent as: 160 letters of GSM-7, or 153 in each of several; 70 and 67 of UCS-2. */
export function messageParts(text: string): { alphabet: 'GSM-7' | 'UCS-2'; parts: number } {
  const letters = Array.from(text)
  if (!letters.every((letter) => basic.includes(letter) || extension.includes(letter))) {
    const lengths = letters.map((letter) => letter.length)
    return { alphabet: 'UCS-2', parts: partsOf(lengths, { alone: 70, together: 67 }) }
  }
  const lengths = letters.map((letter) => (extension.includes(letter) ? 2 : 1))
  return { alphabet: 'GSM-7', parts: partsOf(lengths, { alone: 160, together: 153 }) }
}

/** A letter that takes two places is not divided. */
function partsOf(
  lengths: readonly number[],
  { alone, together }: { alone: number; together: number },
): number {
  if (lengths.reduce((sum, length) => sum + length, 0) <= alone) return 1
  let parts = 1
  let filled = 0
  for (const length of lengths) {
    if (filled + length > together) {
      parts += 1
      filled = 0
    }
    filled += length
  }
  return parts
}
