import { uploadRules } from '../document/upload/upload-refusal.ts'

/** Why a file is not taken in, by name: each has a text that says what its sender can do. */
export const attachmentRules = [
  ...uploadRules,
  /** None was chosen. */
  'missing',
  'empty',
  /** Neither picture nor PDF. */
  'kind',
  /** What an iPhone writes: its pixels cannot be read here. */
  'heic',
  /** PDF and archive at once. */
  'twoKinds',
  'brokenPicture',
  'tooManyPixels',
  /** Of one message. */
  'tooMany',
  /** Of what one person may add in a day and a night. */
  'tooMuchToday',
  /** The line broke before all of it was there. */
  'cut',
  /** The scanner found something in the same file before. */
  'infected',
] as const

export type AttachmentRule = (typeof attachmentRules)[number]
