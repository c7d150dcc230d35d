import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { Button } from '../ui/form/button'
import { OwnForm } from '../ui/form/own-form'
import { Swedish } from '../ui/swedish'
import type { ReadingRecord } from './records'

type Item = ReadingRecord['items'][number]

export function ReadingRecordItems({ reading: { items, caseId, childName } }: { reading: ReadingRecord }) {
  const { t } = useLanguage()
  return (
    <ol className="together-record">
      {items.map((item) => (
        <li key={item.position}>
          <h2>
            <ItemLink item={item} caseId={caseId} />
          </h2>
          <p>{item.readAt ? t('together:record.read') : t('together:record.notRead')}</p>
          {item.explainedAt ? <p>{t('together:record.explained')}</p> : null}
          {item.mark ? (
            <p>
              <b>{t(`together:record.mark.${item.mark}`, { name: childName })}</b>
            </p>
          ) : null}
          {item.mark === 'wondering' ? <Settle item={item} /> : null}
        </li>
      ))}
    </ol>
  )
}

function ItemLink({ item, caseId }: { item: Item; caseId: string }) {
  const { t } = useLanguage()
  const href = item.noteId
    ? staffAt.note(item.noteId)
    : item.documentId
      ? staffAt.document(caseId, item.documentId)
      : null
  if (!href) return <>{t(`together:thing.${item.kind}`)}</>
  return (
    <a href={href}>
      <Swedish>{item.title}</Swedish>
    </a>
  )
}

function Settle({ item: { position, settledAt } }: { item: Item }) {
  const { t, dates } = useLanguage()
  if (settledAt) return <p>{t('together:record.settled', { date: dates.short(settledAt) })}</p>
  return (
    <OwnForm>
      <input type="hidden" name="position" value={position} />
      <Button name="do" value="settle">
        {t('together:record.settle')}
      </Button>
    </OwnForm>
  )
}
