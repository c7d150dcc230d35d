import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerOf, refuseMethod } from '../../access/ingest/answer'
import { openApi } from '../../ingest/openapi'

export const loader = ({ context }: LoaderFunctionArgs) =>
  answerOf({ status: 200, body: openApi(context.origin) }, context.requestId)

export const action = ({ context }: ActionFunctionArgs) => refuseMethod(context.requestId, 'GET, HEAD')
