import type { BbicArea } from '../../db/closed-lists.ts'
import type { Language } from '../i18n/languages.ts'

type Words = Record<Language, string>

export const respondentGroups = ['child', 'youth', 'guardian', 'carer', 'placedYouth'] as const
/** `carer`: whoever cares for a child that gets an open intervention, as in Kolada; `guardian` is vårdnadshavare. */
export type RespondentGroup = (typeof respondentGroups)[number]

export const surveySubjects = [
  'authority',
  'openIntervention',
  'fosterHome',
  'supportedHousing',
  'residentialCareHome',
] as const
/** What somebody is asked about: the social services, or the help that the child gets. */
export type SurveySubject = (typeof surveySubjects)[number]

export const qualityAreas = [
  'information',
  'participation',
  'treatment',
  'change',
  'reachability',
  'overall',
] as const
/** Of SKR's survey; `overall` is ours. */
type QualityArea = (typeof qualityAreas)[number]

export const faces = ['veryGood', 'good', 'notSoGood', 'notGoodAtAll'] as const
export type Face = (typeof faces)[number]

export const pictureNames = [
  'talk',
  'paper',
  'ear',
  'speech',
  'choose',
  'better',
  'house',
  'book',
  'friends',
  'heart',
  'phone',
  'pencil',
] as const
export type PictureName = (typeof pictureNames)[number]

/** Characters of a free text. */
export const longestFreeText = 10_000

export type Option = {
  id: string
  label: Words
  /** Whether the indicator counts it as a positive answer. Null: outside the denominator, as "vet inte". */
  positive: boolean | null
  face?: Face
  picture?: PictureName
  /** What a pick among several tells of. */
  bbicAreas?: BbicArea[]
  /** Its wording has not been compared with the official form. */
  unverified?: true
}

export type Scale = { look: 'faces' | 'words'; options: Option[] }

export type ChoiceItem = {
  id: string
  kind: 'choice' | 'choices'
  text: Words
  picture?: PictureName
  /** Name of one of the instrument's scales. */
  scale: string
  qualityArea?: QualityArea
  bbicAreas: BbicArea[]
  /** Of the indicator in Kolada that the item is counted for. */
  koladaId?: string
}
type TextItem = { id: string; kind: 'text'; text: Words; picture?: PictureName }
export type Item = ChoiceItem | TextItem

/** A form of questions in one wording: another wording is another version, so that answers keep their meaning. */
export type Instrument = {
  id: string
  version: number
  /** First and last day that somebody may be invited to it, as YYYY-MM-DD. */
  validFrom: string
  validTo?: string
  source: string
  official: boolean
  /** From the municipality's own folder. */
  isLocal: boolean
  respondentGroup: RespondentGroup
  about: SurveySubject[]
  title: Words
  scales: Record<string, Scale>
  items: Item[]
}

export function instrumentOf(
  instruments: readonly Instrument[],
  id: string,
  version: number,
): Instrument | undefined {
  return instruments.find((each) => each.id === id && each.version === version)
}

/** Newest first. */
export function versionsOf(instruments: readonly Instrument[], id: string | undefined): Instrument[] {
  return instruments.filter((each) => each.id === id).toSorted((a, b) => b.version - a.version)
}

/** The scale of an item of this instrument. */
export function scaleOf(instrument: Instrument, item: ChoiceItem): Scale {
  return instrument.scales[item.scale]!
}

/** Whether some answer's wording has not been compared with the official form. */
export function isUnverified({ scales }: Instrument): boolean {
  return Object.values(scales).some(({ options }) => options.some(({ unverified }) => unverified))
}
