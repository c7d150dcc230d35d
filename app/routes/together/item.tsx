import {
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { postedForm } from '../../access/posted-form'
import { asTogether, whileOpen } from '../../access/together-guard'
import { togetherAt } from '../../addresses'
import { markIn } from '../../read-together/mark-in'
import { ReadItem } from '../../read-together/read-item'
import { findReading, markItem, readItem } from '../../read-together/reading'

export const handle = { script: false, title: 'together:title', exit: true }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  return asTogether({ request, context }, async (tx, opened) => {
    const reading = await findReading(tx)
    const item = reading?.items.find(({ position }) => String(position) === params['position'])
    const text = item ? await readItem(tx, item) : null
    // Withheld meanwhile, or never there: the list says what there is.
    if (!reading || !item || !text) throw redirect(togetherAt.begin, 303)
    return whileOpen({ reading, item, text, wish: asked.get('text'), part: Number(asked.get('del')) }, opened)
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asTogether({ request, context, form }, async (tx) => {
    const reading = await findReading(tx)
    const item = reading?.items.find(({ position }) => String(position) === params['position'])
    const pressed = markIn(form)
    if (!item || !pressed || !(await markItem(tx, item.position, pressed)))
      return redirect(togetherAt.begin, 303)
    if (pressed === 'enough') return redirect(togetherAt.finish, 303)
    return redirect(`${togetherAt.item(item.position)}${new URL(request.url).search}`, 303)
  })
}

export default function ItemRoute() {
  return <ReadItem {...useLoaderData<typeof loader>()} />
}
