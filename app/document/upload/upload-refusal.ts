/** Why a finished PDF is not taken, by name: each has a text that says what the writer can do. */
export const uploadRules = [
  'tooLarge',
  'notPdf',
  'encrypted',
  /** Its structure does not hold, or somebody else's program would have to guess. */
  'broken',
  'script',
  /** Starts programs, opens other files, sends or fetches something. */
  'action',
  'embeddedFile',
  'form',
  /** Sound, film, 3D. */
  'media',
  'noPages',
  /** Takes more time or memory to look into than any letter does. */
  'tooHeavy',
  /** Nothing is wrong with it: too many wait to be looked into. */
  'busy',
] as const

export type UploadRule = (typeof uploadRules)[number]

export class UploadRefusal extends Error {
  readonly rule: UploadRule
  constructor(rule: UploadRule) {
    super(rule)
    this.name = 'UploadRefusal'
    this.rule = rule
  }
}
