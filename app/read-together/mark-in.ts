import { z } from 'zod'

const pressed = z.enum(['understood', 'wondering', 'enough', 'explained'])

/** Which button was pressed; null for none that there is. */
export function markIn(form: FormData) {
  return pressed.safeParse(form.get('do')).data ?? null
}
