import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { staffAt, surveyAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { showCode } from '../../survey/help'
import { printedCode } from '../../survey/survey-code'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'answering:help.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx, { municipalityId }) => {
    const shown = await showCode(tx, idFrom(params['invitationId']), {
      municipalityId,
      dataKeys: context.dataKeys,
    })
    if (!shown) throw notFound()
    const { host } = new URL(context.origin)
    return { name: shown.name, code: printedCode(shown.code), address: `${host}${surveyAt.enter}` }
  })
}

export default function SurveyCodeRoute() {
  const { name, code, address } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.surveyHelp}>{t('answering:help.title')}</BackLink>
      <PageHeading
        title={t('answering:help.code.heading', { name })}
        lead={t('answering:help.code.how', { address })}
      />
      <p className="survey-code" dir="ltr">
        {code}
      </p>
      <p>{t('answering:help.code.rules')}</p>
      <p>{t('answering:help.code.secret', { name })}</p>
      <p className="muted">{t('answering:help.code.log')}</p>
    </>
  )
}
