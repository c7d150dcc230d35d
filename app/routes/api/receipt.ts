import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerMissing } from '../../access/ingest/answer'
import { textOf } from '../../access/posted-form'
import { deliveryOf } from '../../notice/sent/receipt-token'
import { takeReceipt } from '../../notice/sent/take-receipt'

export const loader = ({ context }: LoaderFunctionArgs) => answerMissing(context.requestId)

/** What is sent twice, or of a message that is gone, is taken too: a gateway would send it again for hours. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const delivery = request.method === 'POST' ? deliveryOf(params['token'] ?? '', context.dataKeys) : null
  if (!delivery) return answerMissing(context.requestId)
  const form = await request.formData().catch(() => new FormData())
  await context.database.asService(context.now(), (tx) => takeReceipt(tx, delivery, textOf(form, 'status')))
  return new Response(null, { status: 204 })
}
