import type { HeadersFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asTogether, whileOpen } from '../../access/together-guard'
import { notFound } from '../../page/problem'
import { BeginReading } from '../../read-together/begin-reading'
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

export default function BeginRoute() {
  return <BeginReading {...useLoaderData<typeof loader>()} />
}
