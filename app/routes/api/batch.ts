import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { refuseMethod } from '../../access/ingest/answer'
import { readJsonRequest } from '../../access/ingest/body'
import { asClient } from '../../access/ingest/guard'
import { titleOfKind } from '../../note/title-of-kind'
import { ingestBatch } from '../../ingest/ingest-batch'
import { batchSchema } from '../../ingest/item-schemas'
import { problem } from '../../ingest/problems'
import { errorsOf } from '../../ingest/read-item'

export const loader = ({ context }: LoaderFunctionArgs) => refuseMethod(context.requestId, 'POST')

export function action({ request, context }: ActionFunctionArgs) {
  const { dataKeys, database, requestId } = context
  return asClient({ request, context }, async (client) => {
    const sent = await readJsonRequest(request)
    if ('problem' in sent) return sent
    const batch = batchSchema.safeParse(sent.value)
    if (!batch.success) return problem('invalid', errorsOf(batch.error))
    const now = context.now()
    const results = await ingestBatch({ ...client, ...sent }, batch.data.items, {
      inTransaction: (work) => database.asService(now, work),
      dataKeys,
      now,
      titleOf: titleOfKind,
      requestId,
    })
    return 'problem' in results ? results : { status: 200, body: results }
  })
}
