import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { showOnlyMunicipality } from '../../access/only-municipality'
import { publicAt } from '../../addresses'
import { useLanguage } from '../../i18n/language-context'
import { ButtonLink } from '../../ui/form/button'
import { HelpLines } from '../../ui/help-lines'
import { Notice } from '../../ui/notice'
import { PageHeading, Section } from '../../ui/page/layout'

export const handle = { script: false, title: 'public:front.title' }

export async function loader({ request, context }: LoaderFunctionArgs) {
  return {
    isSignedOut: new URL(request.url).searchParams.has('utloggad'),
    municipality: await showOnlyMunicipality(context),
  }
}

export default function FrontRoute() {
  const { isSignedOut, municipality } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const lead = municipality ? t('public:front.lead.one', { municipality }) : t('public:front.lead.some')
  return (
    <>
      {isSignedOut ? <Notice tone="done" heading={t('public:front.signedOut')} /> : null}
      <PageHeading title={t('public:front.heading')} lead={lead} />
      <div className="actions">
        <ButtonLink variant="primary" href={publicAt.signIn}>
          {t('public:front.signIn')}
        </ButtonLink>
      </div>
      <Section heading={t('public:front.without.heading')}>
        <p>{t('public:front.without.text')}</p>
      </Section>
      <Section heading={t('ui:help.heading')}>
        <HelpLines emergency={null} isForYoung withHealth />
      </Section>
    </>
  )
}
