import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'

/** Finds a case by its number. Not by name: what is asked for stands in the address, and addresses are kept. */
export function StaffCaseFilter({ number }: { number: string }) {
  const { t } = useLanguage()
  return (
    <form method="get" action="/handlaggare/arenden" className="filter">
      <TextField
        name="nummer"
        label={t('staff:filter.label')}
        hint={t('staff:filter.hint')}
        value={number}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        isShort
        isOptional
      />
      <Button>{t('staff:filter.button')}</Button>
      {number ? <a href="/handlaggare/arenden">{t('staff:filter.clear')}</a> : null}
    </form>
  )
}
