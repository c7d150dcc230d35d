import { togetherAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button, ButtonLink } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { PageHeading } from '../ui/page/layout'
import type { Reading } from './reading'

/** Thanks, and who may see what was pressed. */
export function FinishReading({ reading: { childName, staffName, items } }: { reading: Reading }) {
  const { t } = useLanguage()
  return (
    <div className="together">
      <PageHeading
        title={t('together:finish.heading', { name: childName })}
        lead={t('together:finish.lead', { name: staffName })}
      />
      <p>{t('together:finish.whoSees', { name: staffName })}</p>
      {items.some(({ mark }) => mark === 'wondering') ? (
        <p>{t('together:finish.wondering', { name: staffName })}</p>
      ) : null}
      <OwnForm>
        <Button variant="primary">{t('together:finish.close')}</Button>
      </OwnForm>
      <ButtonLink variant="quiet" href={togetherAt.begin}>
        {t('together:finish.more')}
      </ButtonLink>
    </div>
  )
}
