import type { StoredParagraph } from '../../../db/roles'

/** What a version of a note says to its readers. */
export type VersionText = {
  title: string
  paragraphs: readonly StoredParagraph[]
  childTitle: string | null
  childText: string | null
  childTextEasy: string | null
  changeReason: string | null
  readBackTo: string | null
}
