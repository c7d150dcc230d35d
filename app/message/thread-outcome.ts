/** What was just done in a thread, as its address says: blev=… */
const threadOutcomes = ['sparat', 'tagit-tillbaka', 'for-sent', 'inget-svar', 'nytt-meddelande'] as const
export type ThreadOutcome = (typeof threadOutcomes)[number]

export function threadOutcomeIn(value: string | null): ThreadOutcome | null {
  return threadOutcomes.find((each) => each === value) ?? null
}
