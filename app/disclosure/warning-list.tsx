import { useLanguage } from '../i18n/language-context'
import { Swedish } from '../ui/swedish'
import { Tick } from '../ui/form/tick'
import type { ReaderWarning } from './reader-warnings'

// The next ones come when these are ticked and saved.
const mostDrawn = 200

type WarningListProps = {
  id: string
  warnings: readonly ReaderWarning[]
  seen: readonly string[]
  name: string
}

/** More would not be read. */
const mostPlaces = 5

export function WarningList({ id, warnings, seen, name }: WarningListProps) {
  const { t } = useLanguage()
  if (warnings.length === 0) return null
  const ticked = new Set(seen)
  const isLong = warnings.length > mostDrawn
  const drawn = isLong ? warnings.filter(({ key }) => !ticked.has(key)).slice(0, mostDrawn) : warnings
  const tickedBefore = isLong ? warnings.filter(({ key }) => ticked.has(key)) : []
  return (
    <fieldset className="field warnings" id={id} tabIndex={-1}>
      <legend className="field-label">
        {t('release:warning.heading', { name, count: warnings.length })}
      </legend>
      <p className="field-hint">{t('release:warning.hint', { name })}</p>
      {tickedBefore.map(({ key }) => (
        <input key={key} type="hidden" name="seen" value={key} />
      ))}
      {isLong ? <p>{t('release:warning.drawn', { drawn: drawn.length, all: warnings.length })}</p> : null}
      <div className="choices">
        {drawn.map(({ key, kind, text, places }) => (
          <Tick
            key={key}
            name="seen"
            value={key}
            isTicked={ticked.has(key)}
            label={
              <>
                <strong>
                  <Swedish>{text}</Swedish>
                </strong>{' '}
                · {t(`release:warning.kind.${kind}`)}
              </>
            }
            hint={
              <>
                {places.slice(0, mostPlaces).map(({ before, after }, index) => (
                  <span className="place" key={index}>
                    <Swedish>
                      {before}
                      <mark>{text}</mark>
                      {after}
                    </Swedish>
                  </span>
                ))}
                {places.length > mostPlaces ? (
                  <span className="place">
                    {t('release:warning.more', { count: places.length - mostPlaces })}
                  </span>
                ) : null}
                {t('release:warning.seen', { name })}
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
