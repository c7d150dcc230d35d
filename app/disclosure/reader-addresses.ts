/** Where the readers of a note or a document are decided on. */
export type ReaderAddresses = { readers: string; preview: (personId: string) => string }

/** The page with this reader open. */
export const readerAt = ({ readers }: Pick<ReaderAddresses, 'readers'>, personId: string) =>
  `${readers}?lasare=${personId}#lasare-${personId}`
