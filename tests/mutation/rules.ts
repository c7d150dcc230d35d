import { absenceRules } from './absence-rules.ts'
import { appointmentRules } from './appointment-rules.ts'
import { askingRules } from './asking-rules.ts'
import { attachmentRules } from './attachment-rules.ts'
import { decisionRules } from './decision-rules.ts'
import { followUpRules } from './follow-up-rules.ts'
import { digitalPostRules } from './digital-post-rules.ts'
import { documentRules } from './document-rules.ts'
import { formRules } from './form-rules.ts'
import { introductionRules } from './introduction-rules.ts'
import { meanwhileRules } from './meanwhile-rules.ts'
import { messageRules } from './message-rules.ts'
import { noteRules } from './note-rules.ts'
import { noticeRules } from './notice-rules.ts'
import { otherRules } from './other-rules.ts'
import { openedPageRules } from './opened-page-rules.ts'
import { personRules } from './person-rules.ts'
import { retentionRules } from './retention-rules.ts'
import type { Rule } from './rule.ts'
import { sealingRules } from './sealing-rules.ts'
import { signingRules } from './signing-rules.ts'
import { staffRules } from './staff-rules.ts'
import { surveyRules } from './survey-rules.ts'
import { takenOutRules } from './taken-out-rules.ts'
import { togetherRules } from './together-rules.ts'
import { wordsRules } from './words-rules.ts'

/** Rules that protect somebody. `npm run mutate` takes them out one at a time and sees a test fail. */
export const rules: readonly Rule[] = [
  ...formRules,
  ...noteRules,
  ...staffRules,
  ...otherRules,
  ...personRules,
  ...openedPageRules,
  ...signingRules,
  ...sealingRules,
  ...askingRules,
  ...decisionRules,
  ...followUpRules,
  ...digitalPostRules,
  ...documentRules,
  ...surveyRules,
  ...retentionRules,
  ...togetherRules,
  ...meanwhileRules,
  ...messageRules,
  ...wordsRules,
  ...takenOutRules,
  ...appointmentRules,
  ...attachmentRules,
  ...absenceRules,
  ...introductionRules,
  ...noticeRules,
]
