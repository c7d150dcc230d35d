import { useLanguage } from '../../i18n/language-context'
import { Swedish } from '../../ui/swedish'
import { Tick } from '../../ui/form/tick'
import type { CheckItem } from './check-items'
import { ClipPlayer } from './clip-player'
import { DrawnRows } from './drawn-rows'
import { ReviewStep, useLeft, type OpenPart } from './review-step'

/** Of long lists a part: `all` are counted, `leftElsewhere` of those that are not drawn. */
export type CheckRows = { items: readonly CheckItem[]; from: number; all: number; leftElsewhere: number }

type CheckListProps = OpenPart & { rows: CheckRows; checked: readonly string[] }

export function CheckList({ open, rows, checked }: CheckListProps) {
  const { t } = useLanguage()
  const stateOf = useLeft()
  const { items, from, all, leftElsewhere } = rows
  const left = leftElsewhere + items.filter(({ key }) => !checked.includes(key)).length
  return (
    <ReviewStep id="kontrollera" open={open} heading={t('review:check.heading')} state={stateOf(left)}>
      <p>{items.length > 0 ? t('review:check.lead', { count: left }) : t('review:check.none')}</p>
      <ol className="checks" role="list">
        {items.map((item) => (
          <CheckRow key={item.key} item={item} isTicked={checked.includes(item.key)} />
        ))}
      </ol>
      <DrawnRows intent="showChecks" from={from} all={all} />
    </ReviewStep>
  )
}

function CheckRow({ item, isTicked }: { item: CheckItem; isTicked: boolean }) {
  const { t } = useLanguage()
  return (
    <li className="check">
      <div>
        <p className="check-kind">{t(`review:check.kind.${item.kind}`)}</p>
        <p>
          <Swedish>
            {item.before}
            <mark>{item.text}</mark>
            {item.after}
          </Swedish>
        </p>
        {item.suggestion ? (
          <p className="muted">{t('review:check.suggestion', { text: item.suggestion })}</p>
        ) : null}
      </div>
      <div className="check-actions">
        <ClipPlayer clip={item.sound} what={item.text} />
        <Tick
          name="checked"
          value={item.key}
          isTicked={isTicked}
          label={
            <>
              {t('review:check.right')} <span className="sr">{item.text}</span>
            </>
          }
        />
      </div>
    </li>
  )
}
