import { personAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { TextArea } from '../ui/form/text-area'
import { Section } from '../ui/page/layout'

type ClosedCaseWordsProps = {
  found: { id: string; canAppeal: boolean }
  /** What could not be sent. */
  unsent: string | undefined
}

/** Nothing is written to a case that has ended: how to be heard all the same. */
export function ClosedCaseWords({ found, unsent }: ClosedCaseWordsProps) {
  const { t } = useLanguage()
  return (
    <Section heading={t('message:closed.heading')}>
      {unsent ? <TextArea name="unsent" label={t('message:closed.unsent')} value={unsent} rows={6} /> : null}
      <p>{t('message:closed.text')}</p>
      <p>
        <a href={personAt.contactMe}>{t('message:contact.link')}</a>
      </p>
      {found.canAppeal ? (
        <p>
          {t('message:closed.appeal')}{' '}
          <a href={personAt.documents(found.id)}>{t('message:closed.documents')}</a>
        </p>
      ) : null}
    </Section>
  )
}
