import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { findAppeal, findOwnName } from '../../signing/appeal/appeal'
import { AppealLetter } from '../../signing/appeal/appeal-letter'
import { findAppealable } from '../../signing/request/signature-request'
import { BackLink } from '../../ui/page/back-link'

export const handle = { script: false, title: 'signing:appealTitle' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, { municipalityName }) => {
    const asked = new URL(request.url).searchParams.get('fraga')
    const found = await findAppealable(tx, idFrom(params['caseId']), idFrom(params['documentId']), asked)
    const appeal = found && (await findAppeal(tx, found.id))
    if (!appeal) throw notFound()
    return { found, appeal, appellant: await findOwnName(tx), municipalityName }
  })
}

export default function AppealLetterRoute() {
  const { found, appeal, appellant, municipalityName } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={personAt.appeal(found.caseId, found.documentId, found.id)}>
        {t('signing:appeal.heading')}
      </BackLink>
      <p className="muted actions">{t('signing:letter.print')}</p>
      <AppealLetter request={found} appeal={appeal} appellant={appellant} municipality={municipalityName} />
    </>
  )
}
