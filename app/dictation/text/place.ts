/** `unsure` is written as the word, and marked. */
export type Reading = 'command' | 'word' | 'unsure'

/** Where the name of a command was said. Words in small letters. */
export type Place = {
  name: string
  /** Back to the nearest mark or line break, at most twelve; a quotation mark that was said is one of them. */
  before: readonly string[]
  /** Up to the nearest mark or command. */
  after: readonly string[]
  /** A pause, a mark or another command stands right next to it. */
  touches: { left: boolean; right: boolean }
  /** The next command, also over a mark of the engine. `same`: the same mark once more. */
  follower: 'same' | 'mark' | 'other' | null
  /** Nothing that a mark could belong to: the text begins here, or a mark or a line break stands before. */
  isAtStart: boolean
  isPunctuated: boolean
}

/** "… hon tog den _ då hon …": for patterns. `.` is a pause or a mark and `!` a command. */
export function inContext({ before, after, follower }: Place): string {
  const end = follower === null ? '.' : '!'
  return ` ${before.join(' ')} _ ${after.slice(0, 3).join(' ') || end} `
}
