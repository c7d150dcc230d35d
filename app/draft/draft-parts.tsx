import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { draftFields, type DraftOf } from './draft-fields'
import { KeptLine } from './kept-line'

/** What a form is about, and what it shows of what was begun in it. */
export type ShownDraft = { of: DraftOf; id: string; savedAt: string | Date | null }

/** What a form says of its draft, before its buttons. */
export function DraftParts({ of, id, savedAt }: ShownDraft) {
  const parts: [name: string, value: string | null][] = [
    [draftFields.id, id],
    [draftFields.kind, of.kind],
    [draftFields.note, 'noteId' in of ? of.noteId : null],
    [draftFields.document, 'documentId' in of ? of.documentId : null],
    [draftFields.appointment, 'appointmentId' in of ? of.appointmentId : null],
    [draftFields.request, 'requestId' in of ? of.requestId : null],
  ]
  return (
    <>
      {parts.map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <KeptLine keptAt={personAt.draft(of.caseId)} savedAt={savedAt} />
    </>
  )
}

/** Among the buttons of the form, where what it shows was begun before. */
export function DiscardDraft({ of, savedAt }: Pick<ShownDraft, 'of' | 'savedAt'>) {
  const { t } = useLanguage()
  if (!savedAt) return null
  return (
    <Button variant="quiet" name="do" value="discard" formAction={personAt.draft(of.caseId)}>
      {t('message:draft.discard')}
    </Button>
  )
}
