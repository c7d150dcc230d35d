import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import type { listReadingRecords } from './records'

type Records = Awaited<ReturnType<typeof listReadingRecords>>

export function ReadingRecordList({ readings }: { readings: Records }) {
  const { t, dates } = useLanguage()
  if (readings.length === 0) return null
  return (
    <Section heading={t('together:record.list')}>
      <LinkList>
        {readings.map(({ id, begunAt, staffName, items, wonders }) => (
          <LinkRow
            key={id}
            href={staffAt.togetherRecord(id)}
            title={dates.day(begunAt)}
            detail={[
              staffName,
              t('together:record.items', { count: items }),
              wonders > 0 ? t('together:record.wonders', { count: wonders }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </LinkList>
    </Section>
  )
}
