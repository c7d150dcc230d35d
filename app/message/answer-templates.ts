/** Beginnings of answers; their texts stand in locales/<language>/answer.json, with what is to be filled in [brackets]. */
export const answerTemplates = ['read', 'asked', 'otherTime', 'whenWeMeet', 'called'] as const
export type AnswerTemplate = (typeof answerTemplates)[number]

export function templateIn(value: unknown): AnswerTemplate | undefined {
  return answerTemplates.find((each) => each === value)
}

/** The first [blank] that nobody has filled, brackets included. */
export function blankIn(text: string): string | undefined {
  return /\[[^[\]\n]{1,60}\]/.exec(text)?.[0]
}

/** A beginning after what was written before, so that none of it is lost. */
export function withBeginning(written: string, beginning: string): string {
  return written.trim() === '' ? beginning : `${written.trimEnd()}\n\n${beginning}`
}
