import type { IngestKind } from './scopes.ts'

export const collections = {
  note: 'notes',
  stage: 'stages',
  party: 'parties',
  document: 'documents',
  recording: 'recordings',
} as const satisfies Record<IngestKind, string>

export function kindOf(collection: string | undefined): IngestKind | null {
  const found = Object.entries(collections).find(([, name]) => name === collection)
  return found ? (found[0] as IngestKind) : null
}
