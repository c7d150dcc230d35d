import type { LoaderFunctionArgs } from '@remix-run/node'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { withProblemPage } from '../../access/without-page'
import { attachmentHeaders } from '../../attachment/attachment-answer'
import { readAttachment } from '../../attachment/read-attachment'
import { notFound } from '../../page/problem'

/** A file that was sent in one's own question. Counted as a reading. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, fileOf(args))
}

async function fileOf({ request, context, params }: LoaderFunctionArgs): Promise<Response> {
  const file = await asPerson({ request, context }, async (tx) => {
    const found = await readAttachment(tx, {
      caseId: idFrom(params['caseId']),
      threadId: idFrom(params['threadId']),
      attachmentId: idFrom(params['attachmentId']),
      keys: context.dataKeys,
    })
    if (!found) throw notFound()
    return found
  })
  return new Response(new Uint8Array(file.bytes), { headers: attachmentHeaders(file) })
}
