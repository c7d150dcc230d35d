import type { LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { withProblemPage } from '../../access/without-page'
import { attachmentHeaders } from '../../attachment/attachment-answer'
import { readOwnPicture } from '../../introduction/introduction'
import { notFound } from '../../page/problem'

/** One's own face, as people see it. */
export function loader(args: LoaderFunctionArgs) {
  return withProblemPage(args, pictureOf(args))
}

async function pictureOf({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const bytes = await asStaff({ request, context }, async (tx) => {
    const found = await readOwnPicture(tx, context.dataKeys)
    if (!found) throw notFound()
    return found
  })
  return new Response(new Uint8Array(bytes), { headers: attachmentHeaders({ type: 'image/jpeg', bytes }) })
}
