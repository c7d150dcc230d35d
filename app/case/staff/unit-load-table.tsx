import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { Section } from '../../ui/page/layout'
import { Table, Tag } from '../../ui/table'
import type { UnitLoad } from './unit-load'

const counted = ['cases', 'deputised', 'unanswered', 'late', 'soon'] as const

/** For a team leader: what each caseworker has to do, and how long questions have waited. Nothing of how they work. */
export function UnitLoadTable({ load }: { load: UnitLoad | null }) {
  const { t } = useLanguage()
  if (!load) return null
  const { openCases, unled, loads } = load
  const columns = ['name', ...counted].map((key) => ({
    key,
    label: t(`staff:load.${key}`),
    isNumber: key !== 'name',
  }))
  return (
    <Section heading={t('staff:load.heading')}>
      <p>
        {t('staff:load.open', { count: openCases })}
        {unled > 0 ? ` ${t('staff:load.unled', { count: unled })}` : null}
      </p>
      {loads.length > 0 ? (
        <Table
          caption={t('staff:load.caption')}
          captionIsHidden
          columns={columns}
          rows={loads.map(({ staffId, name, ...counts }) => ({
            id: staffId,
            cells: {
              name,
              ...Object.fromEntries(
                counted.map((key) => [key, <Count of={counts[key]} isBad={key === 'late'} />]),
              ),
            },
          }))}
        />
      ) : null}
      <Unanswered load={load} />
      <div className="actions">
        <ButtonLink href={staffAt.indicators}>{t('indicator:title')}</ButtonLink>
      </div>
    </Section>
  )
}

/** What is zero is drawn quietly, and left out where each person is a card. */
function Count({ of, isBad }: { of: number; isBad: boolean }) {
  if (of === 0) return <span className="is-zero">0</span>
  return isBad ? <Tag tone="warn">{of}</Tag> : <>{of}</>
}

function Unanswered({ load: { unanswered } }: { load: UnitLoad }) {
  const { t } = useLanguage()
  const { fresh, week, older, oldestDays } = unanswered
  if (oldestDays === null) return <p>{t('staff:load.age.none')}</p>
  return (
    <Table
      caption={t('staff:load.age.heading')}
      columns={[
        { key: 'age', label: t('staff:load.age.waited') },
        { key: 'count', label: t('staff:load.unanswered'), isNumber: true },
      ]}
      rows={[
        { id: 'fresh', cells: { age: t('staff:load.age.fresh'), count: fresh } },
        { id: 'week', cells: { age: t('staff:load.age.week'), count: week } },
        {
          id: 'older',
          cells: {
            age: t('staff:load.age.older'),
            count: older > 0 ? <Tag tone="warn">{older}</Tag> : older,
          },
        },
      ]}
    />
  )
}
