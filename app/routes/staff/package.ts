import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { downloadedPdf } from '../../page/pdf-answer'
import { notFound } from '../../page/problem'
import { fetchPackage } from '../../signing/evidence/fetch-package'

/** Somebody's signature in a case of one's own, sealed. Logged. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, packageOf(args))
}

async function packageOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const bytes = await asStaff({ request, context }, async (tx) => {
    const found = await fetchPackage(tx, idFrom(params['requestId']))
    if (!found) throw notFound()
    return found
  })
  return downloadedPdf(bytes)
}
