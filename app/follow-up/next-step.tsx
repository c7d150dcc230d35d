import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import type { FollowUpRecord } from './read-follow-up'

/** The family reads of it in a note alone: to begin it, or to go on with it. */
export function NextStep({ record, noteId }: { record: FollowUpRecord; noteId: string }) {
  const { t } = useLanguage()
  if (!record.heldOn) return null
  if (record.noteId) {
    return (
      <div className="actions">
        <ButtonLink variant="primary" href={staffAt.note(record.noteId)}>
          {t('followup:note.open')}
        </ButtonLink>
      </div>
    )
  }
  return (
    <OwnForm>
      <p>{t('followup:note.hint')}</p>
      <input type="hidden" name="noteId" value={noteId} />
      <div className="actions">
        <Button variant="primary">{t('followup:note.begin')}</Button>
      </div>
    </OwnForm>
  )
}
