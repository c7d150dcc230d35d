import { staffAt } from '../../addresses.ts'
import type { ReaderAddresses } from '../../disclosure/reader-addresses.ts'

export const documentReaders = (documentId: string): ReaderAddresses => ({
  readers: staffAt.documentReaders(documentId),
  preview: (personId) => staffAt.documentPreview(documentId, personId),
})
