import { staffAt } from '../addresses'
import { useLanguage } from '../i18n/language-context'
import { LinkList, LinkRow } from '../ui/link-list'
import { Section } from '../ui/page/layout'
import type { ListedReading } from '../case/staff/open-case'

type ReadingRecordListProps = { readings: readonly ListedReading[]; name: string }

/** When it was, who was there, and what was marked; one that goes on says so. */
export function ReadingRecordList({ readings, name }: ReadingRecordListProps) {
  const { t, dates } = useLanguage()
  if (readings.length === 0) return null
  return (
    <Section heading={t('together:record.list')}>
      <LinkList>
        {readings.map(({ id, begunAt, staffName, company, companyName, isOpen, counts, wonders }) => (
          <LinkRow
            key={id}
            href={staffAt.togetherRecord(id)}
            isNew={wonders > 0}
            newLabel={t('together:record.wonders', { count: wonders })}
            title={dates.when(begunAt)}
            detail={
              <>
                {isOpen ? <b>{t('together:record.running')} · </b> : null}
                <bdi>{staffName}</bdi>
                {companyName ? (
                  <>
                    {' · '}
                    {t(`together:company.${company}`, { name })}: <bdi>{companyName}</bdi>
                  </>
                ) : null}
                <Counts counts={counts} />
              </>
            }
          />
        ))}
      </LinkList>
    </Section>
  )
}

const counted = ['read', 'explained', 'understood', 'wondering', 'enough'] as const

/** "Läst: 2 · Förklarat: 1". What there is none of is not named, but that nothing was read. */
function Counts({ counts }: Pick<ListedReading, 'counts'>) {
  const { t } = useLanguage()
  return (
    <span className="row-counts">
      {counted
        .filter((what) => what === 'read' || counts[what] > 0)
        .map((what) => t(`together:record.counts.${what}`, { number: counts[what] }))
        .join(' · ')}
    </span>
  )
}
