import type { AttachmentRule } from '../attachment/attachment-refusal'

/** As many characters as the database takes. */
export const mostCharacters = { text: 300, pictureText: 120 } as const

/** Names of the fields, and their places on the page. */
export const pictureField = 'bild'
export type IntroductionValues = { text: string; pictureText: string }
export type IntroductionFault =
  | { field: 'text'; fault: 'tooLong' }
  | { field: 'pictureText'; fault: 'tooLong' | 'missing' | 'noPicture' }
  | { field: typeof pictureField; fault: AttachmentRule | 'again' }

export const introductionIn = (form: FormData): IntroductionValues => ({
  text: fieldOf(form, 'text'),
  pictureText: fieldOf(form, 'pictureText'),
})

function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

type Pictures = { isChosen: boolean; isThere: boolean }

/** What is to be mended before anything is kept. A picture that was chosen has to be chosen again then. */
export function faultsOf(
  { text, pictureText }: IntroductionValues,
  { isChosen, isThere }: Pictures,
): IntroductionFault[] {
  const faults: IntroductionFault[] = []
  if (lengthOf(text) > mostCharacters.text) faults.push({ field: 'text', fault: 'tooLong' })
  if (lengthOf(pictureText) > mostCharacters.pictureText)
    faults.push({ field: 'pictureText', fault: 'tooLong' })
  if (pictureText === '' && (isChosen || isThere)) faults.push({ field: 'pictureText', fault: 'missing' })
  if (pictureText !== '' && !isChosen && !isThere) faults.push({ field: 'pictureText', fault: 'noPicture' })
  return faults.length > 0 && isChosen ? [...faults, { field: pictureField, fault: 'again' }] : faults
}

// As PostgreSQL counts: signs, not halves of them.
const lengthOf = (text: string) => Array.from(text).length
