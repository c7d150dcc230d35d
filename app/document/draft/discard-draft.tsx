import { useLanguage } from '../../i18n/language-context'
import { Disclose } from '../../ui/disclose'
import { Button } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'

export function DiscardDraft({ number }: { number: number }) {
  const { t } = useLanguage()
  return (
    <Disclose summary={t('write:discard.heading')}>
      <p>{t(number === 1 ? 'write:discard.text' : 'write:discard.version')}</p>
      <OwnForm className="actions">
        <Button name="do" value="discard">
          {t('write:discard.button')}
        </Button>
      </OwnForm>
    </Disclose>
  )
}
