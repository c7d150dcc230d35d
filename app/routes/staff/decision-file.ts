import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { shownPdf } from '../../page/pdf-answer'
import { notFound } from '../../page/problem'
import { readDecisionFile } from '../../signing/decision/decisions'

/** The decision as the bytes that are signed, to read or to print. Counted as a reading. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const bytes = await asStaff({ request, context }, async (tx) => {
    const found = await readDecisionFile(tx, idFrom(params['requestId']))
    if (!found) throw notFound()
    return found
  })
  return shownPdf(bytes, 'beslut.pdf')
}
