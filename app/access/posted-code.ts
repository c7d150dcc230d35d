import type { RequestContext } from '../context'
import { codeIn } from '../survey/survey-code'
import { textOf } from './posted-form'
import { isSurveyCode } from './survey-guard'

/** The survey code in a form, or what to say of what was typed. */
export async function postedCode(
  form: FormData,
  context: RequestContext,
): Promise<{ code: string } | { typed: string; fault: 'missing' | 'unknown' }> {
  const typed = textOf(form, 'code').slice(0, 200)
  if (typed.trim() === '') return { typed, fault: 'missing' }
  const code = codeIn(typed)
  return code && (await isSurveyCode(code, context)) ? { code } : { typed, fault: 'unknown' }
}
