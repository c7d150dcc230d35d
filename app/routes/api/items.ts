import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { apiAt } from '../../addresses'
import { answerMissing, refuseMethod } from '../../access/ingest/answer'
import { readJsonRequest } from '../../access/ingest/body'
import { asClient } from '../../access/ingest/guard'
import { titleOfKind } from '../../note/title-of-kind'
import { collections, kindOf } from '../../ingest/collections'
import { ingestItems } from '../../ingest/ingest-items'
import { largestBody, largestDocument } from '../../ingest/largest-body'
import { problem } from '../../ingest/problems'
import { readItem } from '../../ingest/read-item'
import { readPdf } from '../../ingest/read-pdf'

export const loader = ({ params, context: { requestId } }: LoaderFunctionArgs) =>
  kindOf(params['collection']) === null ? answerMissing(requestId) : refuseMethod(requestId, 'POST')

export function action({ request, params, context }: ActionFunctionArgs) {
  const { dataKeys, database, requestId } = context
  const kind = kindOf(params['collection'])
  if (kind === null || kind === 'recording') return answerMissing(requestId)
  return asClient({ request, context }, async (client) => {
    if (!client.may(kind)) return problem('scopeMissing')
    const sent = await readJsonRequest(request, kind === 'document' ? largestDocument : largestBody)
    if ('problem' in sent) return sent
    const now = context.now()
    const read = await readItem(kind, sent.value, now)
    if ('problem' in read) return read
    const file =
      read.kind === 'document' && read.item.pdf !== undefined ? await readPdf(read.item.pdf) : undefined
    if (file && 'problem' in file) return file
    const done = await database.asService(now, (tx) =>
      ingestItems(
        tx,
        { ...client, ...sent },
        [{ ...read, at: 0 }],
        { dataKeys, now, titleOf: titleOfKind },
        file,
      ),
    )
    const outcome = 'problem' in done ? done : done.get(0)!
    return 'problem' in outcome
      ? outcome
      : {
          status: outcome.status,
          body: outcome.state,
          location: apiAt.item(collections[kind], outcome.state.externalId),
        }
  })
}
