import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { StaffCaseChoice } from '../../case/staff/choice'
import { StaffCaseFilter } from '../../case/staff/filter'
import { StaffCaseTable } from '../../case/staff/table'
import { listStaffCases } from '../../case/staff/list-cases'
import { enteredText } from '../../text/entered-text'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'staff:cases.title' }

const most = 200
const longest = 60

export function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const number = enteredText(searchParams.get('nummer') ?? '')
    .trim()
    .slice(0, longest)
  return asStaff(args, async (tx) => ({
    number,
    isChoice: searchParams.get('till') === 'ny-anteckning',
    cases: await listStaffCases(tx, { most, number }),
  }))
}

export default function StaffCasesRoute() {
  const { cases, number, isChoice } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  if (isChoice) {
    return (
      <>
        <BackLink href={staffAt.today}>{t('staff:today.title')}</BackLink>
        <PageHeading title={t('staff:newNoteWhere')} />
        <StaffCaseChoice cases={cases.filter(({ closedOn }) => !closedOn)} />
      </>
    )
  }
  return (
    <>
      <PageHeading title={t('staff:cases.heading')} detail={t('staff:cases.which')} />
      <StaffCaseFilter number={number} />
      {cases.length > 0 ? (
        <StaffCaseTable cases={cases} />
      ) : (
        <EmptyState heading={number ? t('staff:filter.none') : t('staff:cases.none')} />
      )}
    </>
  )
}
