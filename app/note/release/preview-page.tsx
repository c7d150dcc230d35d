import { AsReader } from '../../disclosure/as-reader'
import type { Missing } from '../../disclosure/missing'
import { PreviewFrame, type PreviewedReader } from '../../disclosure/preview-frame'
import type { FoundNote, NoteVersion } from '../read-note'
import { noteReaders } from './note-readers'
import { PreviewedNote } from './previewed-note'

type PreviewPageProps = {
  noteId: string
  reader: PreviewedReader
  missing: readonly Missing[]
  /** Null if the reader gets nothing. */
  shown: { note: FoundNote; versions: readonly NoteVersion[] } | null
  /** Only if later than now. */
  shownFrom: Date | null
  wish: string | null
}

export function PreviewPage({ noteId, shown, wish, ...frame }: PreviewPageProps) {
  return (
    <PreviewFrame at={noteReaders(noteId)} {...frame}>
      {shown ? (
        <AsReader reader={frame.reader}>
          <PreviewedNote note={shown.note} versions={shown.versions} wish={wish} />
        </AsReader>
      ) : null}
    </PreviewFrame>
  )
}
