import { personAt } from '../addresses'
import { KeptLine } from '../draft/kept-line'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'

type WritingButtonsProps = {
  caseId: string
  send: string
  /** When what is shown was kept; null for what has not been. */
  savedAt: string | Date | null
}

/** Sends, keeps or throws away. */
export function WritingButtons({ caseId, send, savedAt }: WritingButtonsProps) {
  const { t } = useLanguage()
  const keptAt = personAt.messageDraft(caseId)
  return (
    <>
      <KeptLine keptAt={keptAt} savedAt={savedAt} />
      <div className="actions">
        <Button variant="primary">{send}</Button>
        <Button name="do" value="save" formAction={keptAt}>
          {t('message:draft.save')}
        </Button>
        {savedAt ? (
          <Button variant="quiet" name="do" value="discard" formAction={keptAt}>
            {t('message:draft.discard')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
