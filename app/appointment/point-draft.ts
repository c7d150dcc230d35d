/** What the form of a point shows: of a new one, or of one that is written anew. */
export type BegunPoint = { id: string; text: string; savedAt: Date | null }

export const pointDraft = ({ id, caseId }: { id: string; caseId: string }) => ({
  kind: 'point' as const,
  caseId,
  appointmentId: id,
})
