import { data } from '@remix-run/node'
import { sealedField } from '../page/sealed-field'
import type { Problem } from '../page/problem'
import type { DataKeys } from '../person/data-keys'
import { holderField } from '../ui/form/holder'
import { isSameMark, postedMarkOf } from './holder-mark'
import { openForm, sealForm } from './sealed-form'

type Sent = {
  request: Request
  form: FormData | undefined
  /** Where its readers sign in. */
  door: string
  /** Mark of the session's holder. */
  holder: string
  keys: DataKeys
}

/**
 * Lets a post through that was drawn for the session's holder. Two people may use one browser: what one of them typed
 * is never saved as the other's, nor shown to them.
 * @throws the page that says so, with the text sealed for its writer, or the page that gives it back to the writer
 */
export function admitForm({ request, form, door, holder, keys }: Sent): void {
  const { pathname } = new URL(request.url)
  const sent = sealedIn(form)
  if (sent === null) {
    const mark = postedMarkOf(request, form)
    if (isSameMark(mark, holder)) return
    const kept = form ? typedIn(form) : []
    const sealed = mark && kept.length > 0 ? sealForm({ holder: mark, action: pathname, kept }, keys) : null
    throw otherHolder({ door, action: pathname, sealed })
  }
  const opened = openForm(sent, keys)
  if (!opened || !isSameMark(opened.holder, holder))
    throw otherHolder({ door, action: pathname, sealed: sent })
  const kept: [string, string][] = [...opened.kept, [holderField, holder]]
  throw data({ problem: 'textBack', action: opened.action, kept } satisfies Problem, 200)
}

/** The fields that were sent, but for whom the form was drawn for. Files are not given back. */
export function typedIn(form: FormData): [name: string, value: string][] {
  return [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== holderField,
  )
}

function sealedIn(form: FormData | undefined): string | null {
  const sealed = form?.get(sealedField)
  return typeof sealed === 'string' ? sealed : null
}

function otherHolder(given: { door: string; action: string; sealed: string | null }) {
  return data({ problem: 'otherHolder', ...given } satisfies Problem, 403)
}
