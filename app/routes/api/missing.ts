import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerOf } from '../../access/ingest/answer'
import { problem } from '../../ingest/problems'

export const loader = ({ context }: LoaderFunctionArgs) => answerOf(problem('notFound'), context.requestId)
export const action = ({ context }: ActionFunctionArgs) => answerOf(problem('notFound'), context.requestId)
