import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { TextField } from '../ui/form/text-field'
import { PageHeading } from '../ui/page/layout'

/** Where a child's device waits for a code. Wrong, used and late ones are told in the same words. */
export function EnterReadingCode({ isUnknown }: { isUnknown: boolean }) {
  const { t } = useLanguage()
  const error = isUnknown ? t('together:enter.unknown') : undefined
  return (
    <>
      <PageHeading title={t('together:enter.heading')} lead={t('together:enter.lead')} />
      <form method="post" className="form">
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={error ? [{ href: '#code', text: error }] : []}
        />
        <TextField
          name="code"
          label={t('together:enter.label')}
          hint={t('together:enter.hint')}
          error={error}
          inputMode="numeric"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          isShort
        />
        <div className="actions">
          <Button variant="primary">{t('together:enter.go')}</Button>
        </div>
      </form>
    </>
  )
}
