import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'

type WritingButtonsProps = {
  caseId: string
  send: string
  /** When what is shown was kept; null for what has not been. */
  savedAt: string | Date | null
}

/** Sends, keeps or throws away. enhance.js keeps by itself while somebody types, and says so. */
export function WritingButtons({ caseId, send, savedAt }: WritingButtonsProps) {
  const { t, dates } = useLanguage()
  const keptAt = personAt.messageDraft(caseId)
  return (
    <>
      <p
        className="muted live"
        role="status"
        data-keep={keptAt}
        data-kept={t('message:draft.kept')}
        data-unkept={t('message:draft.unkept')}
      >
        {savedAt ? t('message:draft.keptAt', { when: dates.when(savedAt) }) : null}
      </p>
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
