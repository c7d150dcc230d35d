import { enteredText, enteredValue } from '../text/entered-text.ts'

/** What a form holds, its texts as they are kept (entered-text.ts). Empty when it cannot be read. */
export async function postedForm(request: Request): Promise<FormData> {
  const form = new FormData()
  const sent = await request.formData().catch(() => form)
  for (const [name, value] of [...sent]) {
    if (typeof value === 'string') form.append(name, enteredText(value))
    else form.append(name, value)
  }
  return form
}

/** One text of a form; empty where it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** As {@link postedForm} for what a page's script sends; null when it cannot be read. */
export async function postedJson(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await request.text(), enteredValue)
  } catch {
    return null
  }
}

/** Whether a form without script was sent, which a page must answer. */
export function isForm(request: Request): boolean {
  return request.headers.get('Content-Type')?.startsWith('application/x-www-form-urlencoded') ?? false
}
