import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { closeReading } from '../../access/hand-over'
import { asTogether, whileOpen } from '../../access/together-guard'
import { notFound } from '../../page/problem'
import { FinishReading } from '../../read-together/finish-reading'
import { findReading } from '../../read-together/reading'

export const handle = { script: false, title: 'together:title', exit: true }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export function loader(args: LoaderFunctionArgs) {
  return asTogether(args, async (tx, opened) => {
    const reading = await findReading(tx)
    if (!reading) throw notFound()
    return whileOpen({ reading }, opened)
  })
}

/** Closing is open to whoever holds the device, whatever its page was drawn for: nothing is written but the end. */
export function action({ request, context }: ActionFunctionArgs) {
  return closeReading({ request, context })
}

export default function FinishRoute() {
  return <FinishReading {...useLoaderData<typeof loader>()} />
}
