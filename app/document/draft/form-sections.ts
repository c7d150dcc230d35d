import type { TemplateName } from '../decision/templates.ts'

export const sectionNames = ['about', 'decision', 'reasons', 'voices', 'decider', 'rest'] as const
export type SectionName = (typeof sectionNames)[number]

const about = ['on', 'concerns', 'diaryNumber', 'municipality', 'board']
const decided = ['on', 'at', ...about.slice(1)]
const rest = ['attachments']
const child = ['childView', 'bestInterests']

/** Which facts are asked for together, in the order that they are asked. */
export const formSections: Record<TemplateName, Partial<Record<SectionName, readonly string[]>>> = {
  custodyLvu: {
    decision: ['ground', 'risk'],
    reasons: ['reasons'],
    voices: child,
    decider: ['decidedBy', 'urgent', 'rapporteur'],
    about: decided,
    rest,
  },
  placementLvu: {
    decision: ['placement', 'contact', 'whereabouts'],
    reasons: ['reasons'],
    voices: child,
    decider: ['decidedBy', 'urgent', 'rapporteur'],
    about: decided,
    rest,
  },
  custodyLvm: {
    reasons: ['reasons'],
    decider: ['decidedBy', 'urgent', 'rapporteur'],
    about: decided,
    rest,
  },
  interventionSol: {
    decision: ['outcome', 'intervention', 'decision', 'from', 'to'],
    reasons: ['reasons'],
    voices: child,
    decider: ['decidedBy', 'rapporteur'],
    about: decided,
    rest,
  },
  consent: {
    decision: ['to', 'about', 'asked', 'askedName', 'contact'],
    about,
    rest,
  },
  implementationPlan: {
    decision: ['intervention', 'goals', 'responsible', 'followUpOn', 'followUp'],
    reasons: ['others', 'contact', 'contactWithUs'],
    voices: ['childView', 'guardiansView'],
    about,
    rest,
  },
}
