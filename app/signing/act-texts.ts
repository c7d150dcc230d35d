import type { SignatureAct } from '../../db/closed-lists.ts'

/** What somebody says by signing. Older wordings stay, since signatures name them; the last one is used. */
export type ActText = { version: number; heading: string; sentence: string }

// Official Swedish, in the app and in the evidence; the page says the same in the reader's language (locales).
const texts: Record<SignatureAct, readonly [ActText, ...ActText[]]> = {
  // Domain 4.7: a receipt proves service and nothing else (delgivningslag 2010:1932 16-18 §§).
  receipt: [
    {
      version: 1,
      heading: 'Kvitto på att du har fått beslutet',
      sentence: 'Jag har fått handlingen. Det betyder inte att jag håller med.',
    },
  ],
  consent: [
    {
      version: 1,
      heading: 'Samtycke',
      sentence: 'Jag samtycker till det som står i handlingen. Jag kan ta tillbaka mitt samtycke.',
    },
  ],
  agreement: [
    {
      version: 1,
      heading: 'Överenskommelse',
      sentence: 'Jag är överens om det som står i handlingen.',
    },
  ],
  noAppeal: [
    {
      version: 1,
      heading: 'Jag överklagar inte',
      sentence: 'Jag är nöjd med beslutet och kommer inte att överklaga det.',
    },
  ],
  decision: [
    {
      version: 1,
      heading: 'Beslut',
      sentence: 'Jag beslutar det som står i handlingen.',
    },
  ],
}

export function actText(act: SignatureAct): ActText {
  return texts[act].at(-1)!
}

/** As it was worded when it was signed. */
export function actTextOf(act: SignatureAct, version: number): ActText {
  const found = texts[act].find((text) => text.version === version)
  if (!found) throw new Error(`there is no wording ${version} of ${act}`)
  return found
}
