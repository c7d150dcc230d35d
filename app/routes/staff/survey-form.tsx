import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { isLanguage } from '../../i18n/languages'
import { notFound } from '../../page/problem'
import { FormFacts } from '../../survey/form-facts'
import { FormItems } from '../../survey/form-items'
import { isUnverified, versionsOf } from '../../survey/instrument'
import { BackLink } from '../../ui/page/back-link'
import { Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'

export const handle = { script: false, title: 'form:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  return asStaff({ request, context }, () => {
    const versions = versionsOf(context.surveys.instruments, params['instrumentId'])
    const form = versions.find(({ version }) => String(version) === asked.get('version')) ?? versions[0]
    if (!form) throw notFound()
    const language = asked.get('sprak')
    return Promise.resolve({ form, shownIn: isLanguage(language) ? language : null })
  })
}

export default function SurveyFormRoute() {
  const { form, shownIn } = useLoaderData<typeof loader>()
  const { t, language } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.surveyForms}>{t('form:title')}</BackLink>
      <PageHeading title={form.title[language]} detail={t(`form:group.${form.respondentGroup}`)} />
      <WorkColumns beside={<FormFacts form={form} />}>
        {isUnverified(form) ? (
          <Notice tone="warn" heading={t('form:unverified.mark')}>
            {t('form:unverified.text')}
          </Notice>
        ) : null}
        <FormItems form={form} shownIn={shownIn ?? language} />
      </WorkColumns>
    </>
  )
}
