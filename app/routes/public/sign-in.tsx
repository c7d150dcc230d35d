import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { showOnlyMunicipality } from '../../access/only-municipality'
import { returnPath } from '../../access/return-path'
import { SignInForm } from '../../access/sign-in-form'
import { useLanguage } from '../../i18n/language-context'
import { Disclose } from '../../ui/disclose'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'access:title' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  await showOnlyMunicipality(context)
  return {
    returnTo: returnPath('person', new URL(request.url).searchParams.get('till')),
    eIds: context.identityProviders.person.eIds,
  }
}

export default function SignInRoute() {
  const { returnTo, eIds } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('access:signIn.heading')} lead={t('access:signIn.lead')} />
      <SignInForm kind="person" returnTo={returnTo} eIds={eIds} />
      <p className="muted">{t('access:signIn.means')}</p>
      <Disclose summary={t('access:signIn.without.summary')}>{t('access:signIn.without.text')}</Disclose>
      <Disclose summary={t('access:signIn.child.summary')}>{t('access:signIn.child.text')}</Disclose>
      <p>
        <a href={staffAt.signIn}>{t('access:signIn.staff')}</a>
      </p>
    </>
  )
}
