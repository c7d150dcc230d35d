import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asStaff } from '../../access/guard'
import { staffAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { listToHelp } from '../../survey/help'
import { HelpList } from '../../survey/help-list'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'answering:help.title' }

export function loader(args: LoaderFunctionArgs) {
  return asStaff(args, async (tx) => ({ people: await listToHelp(tx) }))
}

export default function SurveyHelpRoute() {
  const { people } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.today}>{t('staff:today.title')}</BackLink>
      <PageHeading title={t('answering:help.title')} lead={t('answering:help.lead')} />
      <HelpList people={people} />
    </>
  )
}
