/** Needed both in the token and in the municipality's list of clients. */
export const scopes = {
  note: 'notes:write',
  stage: 'stages:write',
  party: 'parties:write',
  document: 'documents:write',
  recording: 'recordings:write',
} as const

export type IngestKind = keyof typeof scopes
