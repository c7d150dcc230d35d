import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { textsIn } from '../../i18n/texts.server'
import { notFound } from '../../page/problem'
import { csvOf } from '../../statistics/csv'
import { openIndicators } from '../../statistics/indicators/indicators'
import { indicatorRows } from '../../statistics/indicators/rows'

export async function loader(args: LoaderFunctionArgs) {
  const found = await asStaff(args, (tx) => openIndicators(tx))
  if (!found) throw notFound()
  return new Response(csvOf(indicatorRows(found, textsIn(args.context.visitor.language))), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="nyckeltal.csv"',
    },
  })
}
