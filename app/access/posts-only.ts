import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '../page/problem'
import { asStaff } from './guard'

/** The loader of an address that only takes posts: to staff it is no page, to others a way to sign in. */
export function postsOnly({ request, context }: LoaderFunctionArgs): Promise<never> {
  return asStaff({ request, context }, () => {
    throw notFound()
  })
}
