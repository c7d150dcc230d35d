import type { IndicatorKey } from '../../../db/closed-lists'

/** What is drawn together: one plot of the first, or of the parts of a whole, and a table of all. */
export type Topic = { key: TopicKey; isWhole?: true; indicators: readonly [IndicatorKey, ...IndicatorKey[]] }
export type TopicKey =
  | 'followUp'
  | 'childView'
  | 'survey'
  | 'protectiveAssessment'
  | 'preliminaryAssessment'
  | 'investigation'
  | 'intervention'
  | 'consideration'
  | 'sharedChild'
  | 'sharedGuardian'
  | 'remark'
  | 'inquiry'
  | 'receipt'

type Part = { key: 'followUp' | 'case' | 'talk'; topics: readonly Topic[] }

export const parts: readonly Part[] = [
  {
    key: 'followUp',
    topics: [
      {
        key: 'followUp',
        isWhole: true,
        indicators: ['followUpHeld', 'followUpMoved', 'followUpNotHeld', 'followUpUnrecorded'],
      },
      { key: 'childView', indicators: ['followUpChildView'] },
      { key: 'survey', indicators: ['surveyOffered'] },
    ],
  },
  {
    key: 'case',
    topics: [
      { key: 'protectiveAssessment', indicators: ['protectiveAssessmentInTime'] },
      {
        key: 'preliminaryAssessment',
        indicators: ['preliminaryAssessmentInTime', 'preliminaryAssessmentMean'],
      },
      {
        key: 'investigation',
        indicators: ['investigationInTime', 'investigationMean', 'investigationMedian'],
      },
      { key: 'intervention', indicators: ['interventionStart'] },
      { key: 'consideration', indicators: ['considerationInTime'] },
    ],
  },
  {
    key: 'talk',
    topics: [
      { key: 'sharedChild', indicators: ['noteSharedChild', 'noteSharedChildTime'] },
      { key: 'sharedGuardian', indicators: ['noteSharedGuardian', 'noteSharedGuardianTime'] },
      { key: 'remark', indicators: ['remarkRate', 'remarkAnswer'] },
      { key: 'inquiry', indicators: ['inquiryInTime'] },
      { key: 'receipt', indicators: ['receiptInTime'] },
    ],
  },
]
