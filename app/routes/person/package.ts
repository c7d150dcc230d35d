import type { LoaderFunctionArgs } from '@remix-run/node'
import { asPerson } from '../../access/guard'
import { closedOnDevice } from '../../access/closed-on-device'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { downloadedPdf } from '../../page/pdf-answer'
import { notFound } from '../../page/problem'
import { fetchOwnPackage } from '../../signing/evidence/fetch-package'

/** One's own signature, sealed. Logged. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, packageOf(args))
}

async function packageOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('fraga')
  const bytes = await asPerson({ request, context }, async (tx) => {
    const [caseId, documentId] = [idFrom(params['caseId']), idFrom(params['documentId'])]
    if (closedOnDevice({ request, context }).includes('documents')) throw notFound()
    const requestId = asked === null ? null : idFrom(asked)
    const found = await fetchOwnPackage(tx, { caseId, documentId, requestId })
    if (!found) throw notFound()
    return found
  })
  return downloadedPdf(bytes)
}
