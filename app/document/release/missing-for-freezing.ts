import { staffAt } from '../../addresses.ts'
import type { Missing } from '../../disclosure/missing.ts'
import { missingOfReader } from '../../disclosure/missing-of-reader.ts'
import { documentReaders } from './document-readers.ts'
import type { DocumentRelease } from './load-release.ts'

export function missingForFreezing({ documentId, draft, readers }: DocumentRelease): Missing[] {
  const isWhole = draft?.content !== null
  return [
    ...(isWhole
      ? []
      : [{ what: 'document', count: 1, href: `${staffAt.documentDraft(documentId)}?saknas=1` }]),
    ...readers.flatMap((reader) => missingOfReader(reader, documentReaders(documentId))),
  ]
}

/** What the database requires; without it there can be no preview of a draft. */
export function missingForPreview(release: DocumentRelease): Missing[] {
  if (!release.draft) return []
  return missingForFreezing(release).filter(({ what }) => what === 'document' || what === 'reader')
}
