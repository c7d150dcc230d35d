import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'

/** By number, never by name: the search is part of the address, and addresses are kept in logs and histories. */
export function StaffCaseFilter({ number }: { number: string }) {
  const { t } = useLanguage()
  return (
    <form method="get" action={staffAt.cases} className="filter" role="search">
      <label className="field-label" htmlFor="nummer">
        {t('staff:filter.label')}
      </label>
      <div>
        <input
          className="input input-short"
          id="nummer"
          name="nummer"
          type="search"
          defaultValue={number}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          aria-describedby="nummer-hint"
        />
        <Button>{t('staff:filter.button')}</Button>
        {number ? <a href={staffAt.cases}>{t('staff:filter.clear')}</a> : null}
      </div>
      <p className="field-hint" id="nummer-hint">
        {t('staff:filter.hint')}
      </p>
    </form>
  )
}
