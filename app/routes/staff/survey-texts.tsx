import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { postedForm } from '../../access/posted-form'
import type { StaffTx } from '../../../db/connect'
import { useLanguage } from '../../i18n/language-context'
import { notFound, notTaken } from '../../page/problem'
import { instrumentOf } from '../../survey/instrument'
import { MarkedText } from '../../survey/results/marked-text'
import { nextText, reviewsTexts, reviewText, textReviewIn } from '../../survey/results/review-text'
import { ReviewTextForm } from '../../survey/results/review-text-form'
import { seasonName } from '../../survey/results/season-name'
import { EmptyState, Notice } from '../../ui/notice'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'results:review.title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    await expectReviewer(tx)
    const text = await nextText(tx)
    const form = text && instrumentOf(context.surveys.instruments, text.instrument, text.version)
    const question = form?.items.find(({ id }) => id === text?.item)?.text ?? null
    return { text, question, isSaved: new URL(request.url).searchParams.has('sparat') }
  })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const review = textReviewIn(form)
    await expectReviewer(tx, () => notTaken(review?.shown ?? ''))
    if (!review) return redirect(staffAt.surveyTexts, 303)
    const { textId, shown, fault } = review
    if (fault) return data({ textId, shown, fault }, 400)
    await reviewText(tx, review)
    return redirect(`${staffAt.surveyTexts}?sparat=1`, 303)
  })
}

async function expectReviewer(tx: StaffTx, missing: () => unknown = notFound): Promise<void> {
  if (!(await reviewsTexts(tx))) throw missing()
}

export default function SurveyTextsRoute() {
  const { text, question, isSaved } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>() ?? null
  const { t, language } = useLanguage()
  return (
    <>
      <PageHeading title={t('results:review.title')} lead={t('results:review.lead')} />
      {isSaved && !posted ? <Notice tone="done" heading={t('results:review.saved')} /> : null}
      {text ? (
        <>
          <p className="muted">
            <Swedish>{text.unit}</Swedish>, {seasonName(t, text)} ·{' '}
            {t('results:review.left', { number: text.left })}
          </p>
          {question ? <h2>{question[language]}</h2> : null}
          <MarkedText words={text.words} marks={text.marks} />
          <ReviewTextForm text={text} posted={posted?.textId === text.id ? posted : null} />
        </>
      ) : (
        <EmptyState heading={t('results:review.none')} />
      )}
    </>
  )
}
