/** What somebody may read or not: a note or a document. */
export type DisclosedItem = { column: 'note_id' | 'document_id'; id: string }
