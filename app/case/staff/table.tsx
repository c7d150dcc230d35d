import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { Table, Tag } from '../../ui/table'
import { StageInWords } from './stage-in-words'
import type { StaffCase } from './list-cases'

export function StaffCaseTable({ cases }: { cases: readonly StaffCase[] }) {
  const { t, dates } = useLanguage()
  const columns = (['child', 'case', 'stage', 'deadline', 'part'] as const).map((key) => ({
    key,
    label: t(`staff:column.${key}`),
  }))
  const rows = cases.map((one) => ({
    id: one.id,
    cells: {
      child: (
        <>
          <a className="row-link" href={staffAt.case(one.id)}>
            {one.childName}
          </a>{' '}
          {one.hasProtected ? <Tag tone="warn">{t('staff:protected')}</Tag> : null}
        </>
      ),
      case: <bdi>{one.caseNumber}</bdi>,
      stage: <StageInWords one={one} />,
      deadline: one.nextDeadline
        ? t(`staff:deadline.${one.nextDeadline.kind}`, { date: dates.short(one.nextDeadline.dueOn) })
        : '–',
      part: t(`staff:part.${one.part ?? 'unit'}`),
    },
  }))
  return <Table caption={t('staff:cases.caption', { count: cases.length })} columns={columns} rows={rows} />
}
