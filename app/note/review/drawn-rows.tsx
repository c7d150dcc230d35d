import { useLanguage } from '../../i18n/language-context'
import { Button } from '../../ui/form/button'
import { mostDrawn } from './drawn-part'

type DrawnRowsProps = { intent: 'showChecks' | 'showVoices'; from: number; all: number }

/** Which rows of a long list these are, with buttons that save them and show others. */
export function DrawnRows({ intent, from, all }: DrawnRowsProps) {
  const { t } = useLanguage()
  if (all <= mostDrawn) return null
  const next = from + mostDrawn
  return (
    <>
      <p>{t('review:drawn.rows', { first: from + 1, last: Math.min(next, all), all })}</p>
      <div className="actions">
        {from > 0 ? (
          <Button name="intent" value={`${intent}:${from - mostDrawn}`}>
            {t('review:drawn.before')}
          </Button>
        ) : null}
        {next < all ? (
          <Button name="intent" value={`${intent}:${next}`}>
            {t('review:drawn.after')}
          </Button>
        ) : null}
      </div>
    </>
  )
}
