/** Kinds of notes, the same words as in the database (0004-note.sql), in the order they are offered. */
export const noteKinds: readonly string[] = [
  'meeting',
  'privateTalk',
  'homeVisit',
  'phoneCall',
  'information',
  'disclosureForComment',
  'decision',
  'implementationPlan',
  'followUp',
  'placement',
  'protectiveAssessment',
  'serviceOfDocuments',
]
