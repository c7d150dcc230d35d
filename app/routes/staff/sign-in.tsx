import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicAt } from '../../addresses'
import { returnPath } from '../../access/return-path'
import { SignInForm } from '../../access/sign-in-form'
import { useLanguage } from '../../i18n/language-context'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'access:title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  return {
    returnTo: returnPath('staff', new URL(request.url).searchParams.get('till')),
    eIds: context.identityProviders.staff.eIds,
  }
}

export default function StaffSignInRoute() {
  const { returnTo, eIds } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('access:staff.heading')} lead={t('access:staff.lead')} />
      <SignInForm kind="staff" returnTo={returnTo} eIds={eIds} />
      <p>
        <a href={publicAt.signIn}>{t('access:staff.person')}</a>
      </p>
    </>
  )
}
