/** The scope that both the token and the municipality's list of clients must give. */
export const scopes = {
  note: 'notes:write',
  stage: 'stages:write',
  party: 'parties:write',
  document: 'documents:write',
  recording: 'recordings:write',
} as const

export type IngestKind = keyof typeof scopes
