import { useLanguage } from '../i18n/language-context'
import { Swedish } from '../ui/swedish'
import { Tick } from '../ui/form/tick'
import type { DrawnWarnings } from './drawn-warnings'

type WarningListProps = {
  id: string
  warnings: DrawnWarnings
  seen: readonly string[]
  name: string
  hint: string
}

export function WarningList({ id, warnings, seen, name, hint }: WarningListProps) {
  const { t } = useLanguage()
  const { all, drawn, tickedBefore } = warnings
  if (all === 0) return null
  const ticked = new Set(seen)
  return (
    <fieldset className="field warnings" id={id} tabIndex={-1}>
      <legend className="field-label">{t('release:warning.heading', { name, count: all })}</legend>
      <p className="field-hint">{hint}</p>
      {tickedBefore.map((key) => (
        <input key={key} type="hidden" name="seen" value={key} />
      ))}
      {drawn.length + tickedBefore.length < all ? (
        <p>{t('release:warning.drawn', { drawn: drawn.length, all })}</p>
      ) : null}
      <div className="choices">
        {drawn.map(({ key, kind, text, places, part }) => (
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
                {part ? ` · ${t('release:warning.part', part)}` : null}
              </>
            }
            hint={
              <>
                {places.map(({ before, after }, index) => (
                  <span className="place" key={index}>
                    <Swedish>
                      {before}
                      <mark>{text}</mark>
                      {after}
                    </Swedish>
                  </span>
                ))}
                {t('release:warning.seen', { name })}
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
