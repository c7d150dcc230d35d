import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asStaff } from '../../access/guard'
import { listStaffCases, type StaffCase } from '../../case/staff-cases'
import { useLanguage } from '../../i18n/language-context'
import { EmptyState } from '../../ui/notice'
import { Table, Tag } from '../../ui/table'
import type { PageHandle } from '../../root'

export const handle: PageHandle = { script: false, title: 'staff:cases.title' }

const most = 200

export function loader(args: LoaderFunctionArgs) {
  return asStaff(args, async (tx, subject) => ({
    name: subject.givenName,
    cases: await listStaffCases(tx, most),
  }))
}

export default function StaffCasesPage() {
  const { t } = useLanguage()
  const { name, cases } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="heading">
        <h1>{t('staff:cases.heading')}</h1>
        <p className="lead">{t('staff:cases.greeting', { name })}</p>
      </div>
      {cases.length === 0 ? <EmptyState heading={t('staff:cases.none')} /> : <CaseTable cases={cases} />}
    </>
  )
}

function CaseTable({ cases }: { cases: StaffCase[] }) {
  const { t, dates } = useLanguage()
  const columns = (['case', 'child', 'stage', 'deadline', 'part'] as const).map((key) => ({
    key,
    label: t(`staff:column.${key}`),
  }))
  const rows = cases.map((one) => ({
    id: one.id,
    cells: {
      case: <bdi>{one.caseNumber}</bdi>,
      child: (
        <>
          {one.childName} {one.hasProtected ? <Tag tone="warn">{t('staff:protected')}</Tag> : null}
        </>
      ),
      stage: one.closedOn
        ? t('staff:closed', { date: dates.short(one.closedOn) })
        : one.stage
          ? t(`staff:stage.${one.stage}`)
          : '',
      deadline: one.nextDeadline
        ? t(`staff:deadline.${one.nextDeadline.kind}`, { date: dates.short(one.nextDeadline.dueOn) })
        : '–',
      part: t(`staff:part.${one.part ?? 'unit'}`),
    },
  }))
  return <Table caption={t('staff:cases.caption', { count: cases.length })} columns={columns} rows={rows} />
}
