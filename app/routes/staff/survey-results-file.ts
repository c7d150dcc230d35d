import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { textsIn } from '../../i18n/texts.server'
import { csvOf } from '../../statistics/csv'
import { deliveryRows } from '../../survey/results/delivery-rows'
import { openSurveyResults } from '../../survey/results/read-results'
import { resultCsv } from '../../survey/results/result-csv'
import { resultRows } from '../../survey/results/result-rows'
import { toldForms } from '../../survey/results/results-of-form'

/** The same figures as the page's, for Excel, for programs, and for SKR. */
export function loader({ request, context }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx, { municipalityName }) => {
    const file = new URL(request.url).pathname.split('/').at(-1)
    const results = await openSurveyResults(tx)
    const rows = resultRows(results, toldForms(results, context.surveys.instruments))
    const t = textsIn(context.visitor.language)
    if (file === 'csv')
      return named(csvOf(resultCsv(rows, t)), 'enkatresultat.csv', 'text/csv; charset=utf-8')
    if (file === 'skr') {
      const delivered = deliveryRows(rows, municipalityName, (group) => t(`form:group.${group}`))
      return named(csvOf(delivered), 'enkat-skr.csv', 'text/csv; charset=utf-8')
    }
    const metadata = {
      municipality: municipalityName,
      unit: results.unit,
      counted: t('results:how.positive'),
      hidden: [t('results:how.few'), t('results:how.limit'), t('results:how.more')],
      source: t('results:export.source'),
    }
    return named(
      JSON.stringify({ metadata, figures: rows }, null, 2),
      'enkatresultat.json',
      'application/json',
    )
  })
}

function named(body: string, name: string, type: string): Response {
  return new Response(body, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}
