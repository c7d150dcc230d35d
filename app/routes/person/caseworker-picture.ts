import type { LoaderFunctionArgs } from '@remix-run/node'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { attachmentHeaders } from '../../attachment/attachment-answer'
import { readCaseworkerPicture } from '../../introduction/introduction'
import { notFound } from '../../page/problem'

/** The face of somebody who has the reader's case. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, pictureOf(args))
}

async function pictureOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const bytes = await asPerson({ request, context }, async (tx) => {
    const found = await readCaseworkerPicture(tx, {
      caseId: idFrom(params['caseId']),
      pictureId: idFrom(params['pictureId']),
      keys: context.dataKeys,
    })
    if (!found) throw notFound()
    return found
  })
  return new Response(new Uint8Array(bytes), { headers: attachmentHeaders({ type: 'image/jpeg', bytes }) })
}
