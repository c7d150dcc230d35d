import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { Notice } from '../ui/notice'
import type { ReadingItem } from './reading'

const marks = ['understood', 'wondering', 'enough'] as const

type ItemMarksProps = { item: ReadingItem; staffName: string; action: string }

/** After each thing: the child's own word on it, and the adult's that it was talked about. */
export function ItemMarks({ item, staffName, action }: ItemMarksProps) {
  const { t } = useLanguage()
  return (
    <section className="stack" aria-labelledby="marken">
      <h2 id="marken">{t('together:mark.heading')}</h2>
      {item.mark ? (
        <Notice tone="info">{t(`together:marked.${item.mark}`, { name: staffName })}</Notice>
      ) : null}
      <OwnForm action={action} className="together-marks">
        {marks.map((mark) => (
          <Button key={mark} name="do" value={mark} aria-pressed={item.mark === mark}>
            {t(`together:mark.${mark}`)}
          </Button>
        ))}
      </OwnForm>
      <div className="together-adult">
        <p className="muted">{t('together:explained.for', { name: staffName })}</p>
        {item.isExplained ? (
          <p>{t('together:explained.done')}</p>
        ) : (
          <OwnForm action={action}>
            <Button variant="quiet" name="do" value="explained">
              {t('together:explained.button')}
            </Button>
          </OwnForm>
        )}
      </div>
    </section>
  )
}
