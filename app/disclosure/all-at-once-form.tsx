import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { ErrorSummary } from '../ui/form/error-summary'
import { OwnForm } from '../ui/form/own-form'
import type { AllAtOnce } from './all-at-once'
import { WarningList } from './warning-list'

type AllAtOnceFormProps = {
  action: string
  all: AllAtOnce
  /** Keys ticked when it was refused, because others were not; null otherwise. */
  refusedWith: readonly string[] | null
}

/** One decision for everybody: all of them read everything. Nothing else can be decided so. */
export function AllAtOnceForm({ action, all: { textMark, readers, seen }, refusedWith }: AllAtOnceFormProps) {
  const { t, language } = useLanguage()
  const list = new Intl.ListFormat(language === 'sv-latt' ? 'sv' : language)
  const ticked = refusedWith ?? seen
  const errors = refusedWith
    ? readers.flatMap(({ personId, givenName: name, warnings: { drawn } }) => {
        const count = drawn.filter(({ key }) => !ticked.includes(key)).length
        return count > 0
          ? [{ href: `#${listOf(personId)}`, text: t('release:fault.unseen', { name, count }) }]
          : []
      })
    : []
  return (
    <OwnForm action={action} className="form">
      <ErrorSummary heading={t('release:readers.refused')} errors={errors} />
      <input type="hidden" name="textMark" value={textMark} />
      {readers.map(({ personId, givenName, warnings }) => (
        <div key={personId}>
          <input type="hidden" name="reader" value={personId} />
          <WarningList
            id={listOf(personId)}
            warnings={warnings}
            seen={ticked}
            name={givenName}
            hint={t('release:warning.hint')}
          />
        </div>
      ))}
      <p>{t('release:all.lead')}</p>
      <div className="actions">
        <Button variant="primary" name="do" value="all">
          {t('release:all.button', { names: list.format(readers.map(({ givenName }) => givenName)) })}
        </Button>
      </div>
    </OwnForm>
  )
}

const listOf = (personId: string) => `varningar-${personId}`
