import { z } from 'zod'
import { bbicAreas } from '../../../db/closed-lists.ts'
import type { ReviewValues } from './review-values.ts'

export type ReviewIntent =
  { kind: 'save' | 'next' | 'draftChildText' } | { kind: NumberedIntent; number: number }

const numbered = ['acceptFinal', 'rejectFinal', 'putIn', 'showChecks', 'showVoices'] as const
type NumberedIntent = (typeof numbered)[number]

const voices = new Set<unknown>(['fact', 'statement', 'assessment'])
/** Refuses nothing: missing parts are shown after saving. */
export function reviewIn(form: FormData): { values: ReviewValues; intent: ReviewIntent } {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const all = (name: string) =>
    form.getAll(name).filter((value): value is string => typeof value === 'string')
  const present = form.get('childPresent')
  const values: ReviewValues = {
    revision: whole(form.get('revision')),
    mergedTo: whole(form.get('mergedTo')),
    checksFrom: whole(form.get('checksFrom')),
    voicesFrom: whole(form.get('voicesFrom')),
    checked: all('checked'),
    voices: voicesIn(form, text),
    // One tick stands below the text and the voices of its paragraphs, and names both.
    areVoicesSeen: form.has('reviewed'),
    title: text('title'),
    kind: text('kind'),
    day: text('day'),
    time: text('time'),
    source: text('source'),
    participants: text('participants'),
    childPresent: present === 'yes' || present === 'no' ? present : '',
    childNotHeardReason: text('childNotHeardReason'),
    bbicAreas: bbicAreas.filter((area) => all('bbicAreas').includes(area)),
    childTitle: text('childTitle'),
    childText: text('childText'),
    childTextEasy: text('childTextEasy'),
    isChildTextApproved: form.has('childTextApproved'),
    readBackTo: text('readBackTo'),
    isReviewed: form.has('reviewed'),
  }
  return { values, intent: intentIn(form.get('intent')) }
}

function voicesIn(form: FormData, text: (name: string) => string): ReviewValues['voices'] {
  const found = [...form].flatMap(([name, voice]) => {
    const number = /^voice-(\d{1,6})$/.exec(name)?.[1]
    if (number === undefined || !voices.has(voice)) return []
    const speaker = text(`speaker-${number}`)
    return [[Number(number), { voice, speaker }] as const]
  })
  return Object.fromEntries(found) as ReviewValues['voices']
}

function intentIn(value: unknown): ReviewIntent {
  const [kind, number] = typeof value === 'string' ? value.split(':') : []
  if (kind === 'next' || kind === 'draftChildText') return { kind }
  const known = numbered.find((each) => each === kind)
  return known ? { kind: known, number: whole(number ?? null) } : { kind: 'save' }
}

const wholeNumber = z.coerce.number().int().min(0).max(1_000_000_000).catch(-1)

/** -1 for no valid number: matches no revision. */
const whole = (value: unknown) => wholeNumber.parse(value)
