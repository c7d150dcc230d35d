import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asStaff } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { FormList } from '../../survey/form-list'
import { isOfferedOn } from '../../survey/current-instrument'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'form:title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  const { instruments, allowUnverified } = context.surveys
  const { day } = stockholmClock(context.now())
  return asStaff({ request, context }, () =>
    Promise.resolve({
      offered: instruments.filter((each) => isOfferedOn(each, { day, allowUnverified })),
      others: instruments.filter((each) => !isOfferedOn(each, { day, allowUnverified })),
    }),
  )
}

export default function SurveyFormsRoute() {
  const { offered, others } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('form:title')} lead={t('form:lead')} />
      <FormList heading={t('form:offered')} forms={offered} />
      <FormList heading={t('form:others')} forms={others} />
    </>
  )
}
