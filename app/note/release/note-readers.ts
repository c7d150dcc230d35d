import { staffAt } from '../../addresses.ts'
import type { ReaderAddresses } from '../../disclosure/reader-addresses.ts'

export const noteReaders = (noteId: string): ReaderAddresses => ({
  readers: staffAt.readers(noteId),
  preview: (personId) => staffAt.preview(noteId, personId),
})
