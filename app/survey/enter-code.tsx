import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { TextField } from '../ui/form/text-field'
import { PageHeading } from '../ui/page/layout'

type EnterCodeProps = { typed?: string; fault?: 'missing' | 'unknown' }

export function EnterCode({ typed, fault }: EnterCodeProps) {
  const { t } = useLanguage()
  const error = fault && t(`answering:enter.${fault}`)
  return (
    <>
      <PageHeading title={t('answering:enter.heading')} lead={t('answering:enter.lead')} />
      <form method="post" className="form">
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={error ? [{ href: '#code', text: error }] : []}
        />
        <TextField
          name="code"
          label={t('answering:enter.label')}
          hint={t('answering:enter.hint')}
          error={error}
          value={typed}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          isShort
        />
        <div className="actions">
          <Button variant="primary">{t('answering:enter.go')}</Button>
        </div>
      </form>
    </>
  )
}
