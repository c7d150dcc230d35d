import type { Missing } from './missing.ts'
import { readerAt, type ReaderAddresses } from './reader-addresses.ts'
import type { ReleaseReader } from './release-reader.ts'

export function missingOfReader(reader: ReleaseReader, at: Pick<ReaderAddresses, 'readers'>): Missing[] {
  const href = readerAt(at, reader.personId)
  const name = reader.givenName
  const unseen = reader.isConfirmed ? reader.warnings.filter(({ isSeen }) => !isSeen).length : 0
  return [
    ...(reader.isConfirmed ? [] : [{ what: 'reader' as const, count: 1, href, name }]),
    ...(reader.foreignNumbers.length > 0
      ? [{ what: 'foreignNumber', count: reader.foreignNumbers.length, href, name }]
      : []),
    ...(unseen > 0 ? [{ what: 'warnings', count: unseen, href, name }] : []),
  ]
}
