import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerMissing } from '../../access/ingest/answer'

export const loader = ({ context }: LoaderFunctionArgs) => answerMissing(context.requestId)
export const action = ({ context }: ActionFunctionArgs) => answerMissing(context.requestId)
