import type { TFunction } from '../../i18n/texts.ts'
import type { TemplateName } from '../decision/templates.ts'
import type { FactFault } from './write-content.ts'

// Facts of one name that mean different things.
const named: Record<string, string> = {
  'consent.to': 'consentTo',
  'consent.contact': 'askContact',
  'placementLvu.contact': 'limits',
  'implementationPlan.contact': 'familyContact',
}
const hinted = new Set([
  ...['placement', 'limits', 'whereabouts', 'reasons', 'childView', 'bestInterests', 'intervention'],
  ...['consentTo', 'about', 'urgent.cannotWait', 'decidedBy.authority', 'attachments', 'childText'],
])

export const labelKey = (template: TemplateName, name: string): string => named[`${template}.${name}`] ?? name

export function labelOf(t: TFunction, template: TemplateName, name: string) {
  const key = labelKey(template, name)
  return {
    label: t(`write:fact.${key}`),
    hint: hinted.has(key) ? t(`write:hint.${key}`) : undefined,
  }
}

// Keys are split at these characters.
export const choiceKey = (option: string) => option.replaceAll(' ', '-')

export const faultText = (t: TFunction, { fault }: FactFault): string =>
  fault === 'law.notChecked' ? t('write:fault.lawNotChecked') : t(`document:fault.${fault}`)
