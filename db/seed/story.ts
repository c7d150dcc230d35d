import type { DocumentBlock } from '../../app/document/content/content.ts'
import type { AppointmentKind } from '../closed-lists.ts'
import type { MunicipalityKey, PersonKey, StaffKey, UnitKey } from './people.ts'

// A story is data that reads as prose. Days are '2026-03-16'; moments are '2026-03-16 15:20', Swedish time.

export type Story = {
  municipality: MunicipalityKey
  unit: UnitKey
  caseNumber: string
  child: PersonKey
  openedOn: string
  closedOn?: string
  /** Last day of reading in the portal (domain 4.9). */
  readableUntil?: string
  parties: { person: PersonKey; role: 'child' | 'guardian'; source: string }[]
  caseworkers: { staff: StaffKey; kind: 'lead' | 'deputy' }[]
  stages: { stage: string; on: string; dueOn?: string; shownFrom: string }[]
  deadlines: StoryDeadline[]
  followUps: StoryFollowUp[]
  appointments?: StoryAppointment[]
  notes: StoryNote[]
  documents: StoryDocument[]
  remarks: StoryRemark[]
  threads: StoryThread[]
  visits: Visit[]
}

type StoryFollowUp = {
  plannedOn: string
  heldOn?: string
  shownFrom: string
  /** What its caseworker wrote of it. */
  record?: FollowUpWritten
}

export type StoryAppointment = {
  key: string
  kind: AppointmentKind
  from: string
  to: string
  place?: string
  placeNote?: string
  bring?: string
  isHeld?: true
  /** It was at another time before. */
  moved?: { from: string; at: string; because: string }
  plannedAt: string
  by: StaffKey
  /** What each is told beside the time. */
  persons: { person: PersonKey; tells: ('place' | 'others')[] }[]
  staff: StaffKey[]
  others?: { name: string; role: string }[]
  points?: StoryPoint[]
}

type StoryPoint = {
  person: PersonKey
  text: string
  hearers: 'everyone' | 'caseworkerOnly' | 'notWhenGuardianThere'
  at: string
  became?: { outcome: 'talkedAbout' | 'notYet'; words?: string; at: string }
}

export type FollowUpWritten = {
  by: StaffKey
  at: string
  note: string
  persons: PersonKey[]
  providers: { name: string; role: string }[]
  /** The plan of a document, by the document's key and the plan's number; its goals in order. */
  plan: { document: string; number: number }
  goals: GoalSeen[]
  areas: string[]
  school?: string
  health?: string
  familyContact?: string
  planChange?: string
  /** The day of the next one. */
  next?: string
}

type GoalSeen = {
  progress: 'reached' | 'onTheWay' | 'notYet' | 'noLongerWanted'
  childView?: string
  guardianView?: string
  providerView?: string
  assessment?: string
}

type StoryDeadline = {
  kind: string
  person?: PersonKey
  dueOn: string
  doneOn?: string
  source: string
  shownFrom: string
}

export type SpokenParagraph =
  | { voice: 'fact' | 'assessment'; text: string }
  | { voice: 'statement'; text: string; person: PersonKey }
  | { voice: 'statement'; text: string; speaker: string }

export type StoryNote = {
  key: string
  kind: string
  at: string
  author: StaffKey
  source?: string
  bbicAreas: string[]
  title: string
  text: SpokenParagraph[]
  childTitle?: string
  childText?: string
  childTextEasy?: string
  origin: 'spoken' | 'typed'
  readBackTo?: string
  signedAt: string
  readers: Reader<SpokenParagraph>[]
}

export type StoryDocument = {
  key: string
  type: string
  on: string
  receiptAsked?: boolean
  parts?: StoryPart[]
  putToDecision?: PutToDecision
  versions: StoryVersion[]
  plans?: StoryPlan[]
  readers: Reader<DocumentBlock>[]
}

/** What was decided by a section of law; without a person it concerns every party. */
type StoryPart = { law: string; title: string; person?: PersonKey }

/** Waits for somebody who may decide it alone. */
type PutToDecision = {
  to: StaffKey
  by: StaffKey
  at: string
  law: string
  ground: string
  cannotWait: string
}

export type StoryVersion = {
  title: string
  /** Each with its heading, if it has one. */
  sections: DocumentBlock[][]
  childTitle?: string
  childText?: string
  changeReason?: string
  signedAt: string
  signedBy: StaffKey
}

/** The plan of a document's version with the same place in the list. */
export type StoryPlan = { agreedOn: string; summary: string; goals: StoryGoal[] }

type StoryGoal = {
  goal: string
  ownWords?: string
  steps: { who: string; what: string }[]
  state?: 'ongoing' | 'reached' | 'ended'
}

/** What one person may read of a note or a document, and why not more. */
export type Reader<Part> = {
  person: PersonKey
  level: 'full' | 'partial' | 'withheld' | 'later'
  shownFrom: string
  decidedAt: string
  title?: string
  text?: Part[]
  ground?: string
  groundTold?: boolean
  harm?: string
  reviewOn?: string
}

export type StoryRemark = {
  key: string
  document: string
  person: PersonKey
  kind: 'disputedFact'
  at: string
  text: string
  answer: { by: StaffKey; at: string; text: string }
}

export type StoryThread = {
  key: string
  person: PersonKey
  subject: string
  messages: { from: PersonKey | StaffKey; at: string; text: string; seenAt?: string; files?: StoryFile[] }[]
}

/** What came with a message, as it left its sender. */
export type StoryFile = { name: string; make: () => Promise<Buffer> }

/** A sign-in and what was read after it, two minutes apart. Staff open the case first. */
export type Visit = {
  who: PersonKey | StaffKey
  at: string
  device: 'phone' | 'computer'
  notes?: string[]
  documents?: string[]
  threads?: string[]
  plan?: true
}
