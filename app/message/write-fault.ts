import type { TFunction } from '../i18n/texts'
import { longestMessage } from './message-limit'
import { longestSubject } from './question-subject'
import type { WriteFault } from './written-in'

/** Why it was not sent, in the writer's words, and at which field. */
export function writeFaultText(fault: WriteFault, t: TFunction): { field: 'subject' | 'text'; text: string } {
  const isSubject = fault.fault === 'subjectTooLong'
  return {
    field: isSubject ? 'subject' : 'text',
    text: t(`message:fault.${fault.fault}`, { ...fault, most: isSubject ? longestSubject : longestMessage }),
  }
}
