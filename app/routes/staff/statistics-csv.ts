import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { textsIn } from '../../i18n/texts.server'
import { csvOf } from '../../statistics/csv'
import { measures, openDocumentationTimes, origins } from '../../statistics/documentation-times'
import { documentationTimesRows } from '../../statistics/documentation-times-rows'

export async function loader(args: LoaderFunctionArgs) {
  const times = await asStaff(args, (tx) => openDocumentationTimes(tx))
  const t = textsIn(args.context.visitor.language)
  const named = <Key extends string>(keys: readonly Key[], part: 'csv' | 'origin') => {
    const names: [string, string][] = keys.map((key: string) => [key, t(`statistics:${part}.${key}`)])
    return Object.fromEntries(names) as Record<Key, string>
  }
  const rows = documentationTimesRows(times, {
    quarter: t('statistics:column.quarter'),
    origin: t('statistics:column.origin'),
    engine: t('statistics:column.engine'),
    all: t('statistics:all'),
    measure: named(measures, 'csv'),
    origins: named(origins, 'origin'),
  })
  return new Response(csvOf(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="dokumentationstid.csv"',
    },
  })
}
