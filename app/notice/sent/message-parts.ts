// GSM 03.38, the basic alphabet and its extension (3GPP TS 23.038 6.2.1): one letter outside makes the whole message UCS-2.
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const extension = '^{}\\[~]|€\f'

/** How many SMS a text is sent as: 160 letters of GSM-7, or 153 in each of several; 70 and 67 of UCS-2. */
export function messageParts(text: string): { alphabet: 'GSM-7' | 'UCS-2'; parts: number } {
  const letters = Array.from(text)
  if (!letters.every((letter) => basic.includes(letter) || extension.includes(letter))) {
    return { alphabet: 'UCS-2', parts: text.length <= 70 ? 1 : Math.ceil(text.length / 67) }
  }
  const length = letters.reduce((sum, letter) => sum + (extension.includes(letter) ? 2 : 1), 0)
  return { alphabet: 'GSM-7', parts: length <= 160 ? 1 : Math.ceil(length / 153) }
}
