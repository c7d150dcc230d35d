import { useLanguage } from '../i18n/language-context'
import { ErrorSummary } from '../ui/form/error-summary'
import { drawnWarnings } from './drawn-warnings'
import type { LookedWords } from './look-at-words'
import { WarningList } from './warning-list'

/** What was found in words that were not sent, and what of it had been ticked. */
export type CheckedWords = { looked: readonly LookedWords[]; seen: readonly string[] }

const listOf = (personId: string) => `se-pa-${personId}`

type UnsentWordsProps = {
  checked: CheckedWords
  /** Id of where words stand. */
  field: string
}

/** Above a form: that its words were not sent, and why. */
export function UnsentWords({ checked: { looked }, field }: UnsentWordsProps) {
  const { t } = useLanguage()
  return (
    <ErrorSummary
      heading={t('release:words.heading')}
      errors={looked.flatMap(({ personId, givenName: name, foreignNumbers, warnings }) => [
        ...foreignNumbers.map((number) => ({
          href: `#${field}`,
          text: t('release:words.foreignNumber', { number, name }),
        })),
        ...(warnings.length > 0
          ? [{ href: `#${listOf(personId)}`, text: t('release:words.look', { name }) }]
          : []),
      ])}
    />
  )
}

/** Beside the words: each find, to be said of that this reader may know it. */
export function WordWarnings({ looked, seen }: CheckedWords) {
  const { t } = useLanguage()
  const found = new Set(looked.flatMap(({ warnings }) => warnings.map(({ key }) => key)))
  return (
    <>
      {looked.map(({ personId, givenName, warnings }) => (
        <WarningList
          key={personId}
          id={listOf(personId)}
          warnings={drawnWarnings(warnings, seen)}
          seen={seen}
          name={givenName}
          hint={t('release:words.hint')}
        />
      ))}
      {/* Refused for something else, the form keeps what was ticked. */}
      {seen
        .filter((key) => !found.has(key))
        .map((key) => (
          <input key={key} type="hidden" name="seen" value={key} />
        ))}
    </>
  )
}
