export const pdfRules = [
  /** A character that no font of ours can write. */
  'missingGlyph',
  /** What the accessibility gate does not let through, whatever it is. */
  'notAccessible',
  /** Took too long, or ended the compiler. */
  'cannotBeMade',
  /** Too many wait already. */
  'busy',
] as const

export type PdfRule = (typeof pdfRules)[number]

/** Why no PDF was made. The message names the rule alone: never a word of the document. */
export class PdfRefusal extends Error {
  readonly rule: PdfRule
  constructor(rule: PdfRule) {
    super(rule)
    this.name = 'PdfRefusal'
    this.rule = rule
  }
}

/** Told to the writer before anything is frozen. */
export class MissingGlyph extends PdfRefusal {
  /** Each once, in the order of the text. */
  readonly characters: readonly string[]
  constructor(characters: readonly string[]) {
    super('missingGlyph')
    this.name = 'MissingGlyph'
    this.characters = characters
  }
}

/** What the compiler's words mean. They may quote the document, so they go no further. */
export function refusalOf(diagnostics: string): PdfRefusal {
  const missing = [...diagnostics.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/gu)]
  if (missing.length > 0) return new MissingGlyph([...new Set(missing.map(([, text]) => characterOf(text!)))])
  if (/skipped from heading|missing document title|missing alt text|disallowed codepoint/.test(diagnostics)) {
    return new PdfRefusal('notAccessible')
  }
  return new PdfRefusal('cannotBeMade')
}

/** Characters that draw nothing are quoted by their number: `\u{fdd0}`. */
const characterOf = (quoted: string) =>
  quoted.replace(/\\+u\{([0-9a-f]+)\}/gi, (_all, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
