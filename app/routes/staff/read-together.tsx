import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff, lookAs } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { caseworkerName } from '../../case/caseworkers'
import { beginReadTogether, readAsChild } from '../../read-together/read-together'
import { TogetherDocuments, TogetherLevels, TogetherNotes } from '../../read-together/read-together-items'
import { daysAhead } from '../../case/stage'
import { StageNow } from '../../case/stage-now'
import { isLanguage } from '../../i18n/languages'
import { useLanguage } from '../../i18n/language-context'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'staff:together.title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  // Logged before anything is shown: what is read as the child is rolled back.
  const { caseId, personId, language } = await asStaff({ request, context }, async (tx) => {
    const [caseId, personId] = [idFrom(params['caseId']), idFrom(params['personId'])]
    const language = await beginReadTogether(tx, caseId, personId)
    if (!language) throw notFound()
    return { caseId, personId, language }
  })
  const read = await lookAs(
    { request, context },
    { personId, prepare: () => Promise.resolve(), read: (tx) => readAsChild(tx, caseId) },
  )
  if (!read) throw notFound()
  // A child holds the device: the page is in the child's language and leads to no other case.
  context.visitor.signedIn = null
  if (isLanguage(language)) context.visitor.language = language
  return { read, wish: new URL(request.url).searchParams.get('text') }
}

export default function ReadTogetherRoute() {
  const { read, wish } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { found, notes, documents } = read
  const caseworker = caseworkerName(found.caseworkers) ?? t('case:caseworker.unnamed')
  return (
    <>
      <BackLink href={staffAt.case(found.id)}>{t('staff:together.back')}</BackLink>
      <PageHeading
        title={t('staff:together.heading', { name: found.childName })}
        detail={t('staff:together.beside')}
      />
      <StageNow {...found} caseworker={caseworker} ahead={daysAhead(found)} />
      {notes.length + documents.length === 0 ? <p>{t('staff:together.none')}</p> : null}
      <TogetherLevels read={read} wish={wish} />
      <div id="texter" className="together">
        <TogetherNotes read={read} wish={wish} />
        <TogetherDocuments read={read} wish={wish} />
      </div>
    </>
  )
}
