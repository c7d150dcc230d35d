import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { ChosenAnswers } from '../../survey/results/chosen-answers'
import { PartPatterns } from '../../survey/results/diverging-bar'
import { ExportLinks } from '../../survey/results/export-links'
import { HowTold, National } from '../../survey/results/how-told'
import { QuestionResults } from '../../survey/results/question-results'
import { openSurveyResults } from '../../survey/results/read-results'
import { leadsSurvey } from '../../survey/results/reply'
import { MeanTable, QuestionTable } from '../../survey/results/result-tables'
import { ResultsChoice } from '../../survey/results/results-choice'
import { resultsOfForm, toldForms } from '../../survey/results/results-of-form'
import { listSaid, reviewsTexts } from '../../survey/results/review-text'
import { Said } from '../../survey/results/said'
import { seasonName } from '../../survey/results/season-name'
import { ButtonLink } from '../../ui/form/button'
import { EmptyState } from '../../ui/notice'
import { PageHeading, Section } from '../../ui/page/layout'
import { WorkColumns } from '../../ui/page/work-columns'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'results:title' }

export function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  return asStaff({ request, context }, async (tx) => {
    const results = await openSurveyResults(tx)
    const forms = toldForms(results, context.surveys.instruments)
    const [round, form] = [chosen(results.rounds, asked.get('omgang')), chosen(forms, asked.get('enkat'))]
    const of = round && form ? resultsOfForm(results, form, round) : null
    const said = of && form ? await listSaid(tx, of.round.id, form.id) : []
    const [mayReply, mayReview] = [await leadsSurvey(tx), await reviewsTexts(tx)]
    return { mayReply, mayReview, said, unit: results.unit, rounds: results.rounds, forms, form, of }
  })
}

/** The first where none was asked for. */
function chosen<Of extends { id: string }>(all: readonly Of[], id: string | null): Of | undefined {
  if (id === null) return all[0]
  const found = all.find((each) => each.id === id)
  if (!found) throw notFound()
  return found
}

export default function SurveyResultsRoute() {
  const { mayReply, mayReview, said, unit, rounds, forms, form, of } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <PageHeading title={t('results:title')} detail={<Swedish>{unit}</Swedish>} lead={t('results:lead')} />
      {form && of ? (
        <Results mayReply={mayReply} said={said} rounds={rounds} forms={forms} form={form} of={of} />
      ) : (
        <EmptyState heading={t('results:none.heading')}>{t('results:none.text')}</EmptyState>
      )}
      {mayReview ? (
        <p>
          <a href={staffAt.surveyTexts}>{t('results:review.link')}</a>
        </p>
      ) : null}
    </>
  )
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>
type ResultsProps = Pick<Loaded, 'rounds' | 'forms' | 'mayReply' | 'said'> & {
  form: NonNullable<Loaded['form']>
  of: NonNullable<Loaded['of']>
}

function Results({ mayReply, said, rounds, forms, form, of }: ResultsProps) {
  const { t, language } = useLanguage()
  return (
    <>
      <ResultsChoice rounds={rounds} forms={forms} roundId={of.round.id} formId={form.id} />
      <WorkColumns
        beside={
          <>
            <HowTold results={of} />
            <National />
          </>
        }
      >
        <Section heading={`${form.title[language]}, ${seasonName(t, of.round)}`}>
          <p className="muted">{t(`form:group.${form.respondentGroup}`)}</p>
          {of.isAllHidden ? (
            <EmptyState heading={t('results:tooFew.heading', { fewest: of.round.fewest })}>
              {t('results:tooFew.text')}
            </EmptyState>
          ) : null}
          <PartPatterns />
          <QuestionResults results={of} />
          {mayReply ? (
            <div className="actions">
              <ButtonLink variant="primary" href={staffAt.surveyReply(of.round.id)}>
                {t('results:reply.link')}
              </ButtonLink>
            </div>
          ) : null}
        </Section>
        <Said said={said} />
        <Section heading={t('results:tables')}>
          <div className="quarters">
            <QuestionTable results={of} />
            <ChosenAnswers form={form} results={of} />
            <MeanTable
              caption={t('results:table.quality')}
              results={of}
              means={[...of.qualityAreas, of.all]}
              nameOf={(key) => (key === 'all' ? t('results:table.all') : t(`form:quality.${key}`))}
            />
            <MeanTable
              caption={t('results:table.sides')}
              results={of}
              means={of.bbicSides}
              nameOf={(key) => t(`review:side.${key}`)}
            />
          </div>
          <ExportLinks />
        </Section>
      </WorkColumns>
      <p>
        <a href={staffAt.surveyForms}>{t('results:forms')}</a>
      </p>
    </>
  )
}
