import { mergeHeard, type HeardSegment } from '../text/merge-heard'
import { createObservable, type Observable } from './observable'

export type DraftContent = { title: string; text: string; mergedTo: number }
export type OtherDraft = DraftContent & { revision: number }

export type SaveAnswer =
  | { is: 'saved'; revision: number }
  | { is: 'stale'; other: OtherDraft }
  /** Signed, thrown away or not open to the writer any more: which of them is not told. */
  | { is: 'gone' }
  | { is: 'away' | 'signIn' | 'tooLong' }

export type SaveState = {
  save: 'saved' | 'unsaved' | 'saving' | 'away' | 'signIn' | 'tooLong' | 'stale' | 'gone'
  /** Saved by another tab in between. */
  other: OtherDraft | null
  revision: number
  mergedTo: number
}

/** The text is kept only in the field itself. */
type DraftFields = { text: HTMLTextAreaElement; title: HTMLInputElement }

export type DraftKeeper = {
  state: Observable<SaveState>
  /** Takes in what was typed before there was anybody to tell: scripts come late on a slow line. */
  look: () => void
  hear: (segment: HeardSegment) => void
  changed: () => void
  saveNow: () => Promise<boolean>
  insert: (text: string) => void
  keepMine: () => Promise<boolean>
  takeOther: () => void
}

type KeeperParts = {
  fields: () => DraftFields
  revision: number
  /** What the server has at this revision. */
  stored: DraftContent
  /** The result of a form posted without script. */
  met: Pick<SaveState, 'save' | 'other'>
  send: (draft: DraftContent & { revision: number }) => Promise<SaveAnswer>
  askHeard: (after: number) => Promise<readonly HeardSegment[]>
}

const saveAfter = 1200
const againAfter = 5000
const askAfter = 3000

/** Appends new phrases, changes nothing else, and saves when typing pauses. */
export function createDraftKeeper({
  fields,
  revision,
  stored,
  met,
  send,
  askHeard,
}: KeeperParts): DraftKeeper {
  const state = createObservable<SaveState>({ ...met, revision, mergedTo: stored.mergedTo })
  let kept = stored
  const waiting = new Map<number, HeardSegment>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<boolean> | null = null

  const content = (): DraftContent => {
    const { text, title } = fields()
    return { text: text.value, title: title.value, mergedTo: state.get().mergedTo }
  }
  const saveSoon = (after: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), after)
  }
  const changed = () => {
    if (isStopped()) return
    state.change({ save: 'unsaved' })
    saveSoon(saveAfter)
  }
  const saveOnce = async (): Promise<boolean> => {
    const sent = content()
    state.change({ save: 'saving' })
    const answer = await send({ ...sent, revision: state.get().revision })
    if (answer.is === 'stale') return meetOther(sent, answer.other)
    if (answer.is !== 'saved') {
      state.change({ save: answer.is })
      if (answer.is !== 'tooLong' && answer.is !== 'gone') saveSoon(againAfter)
      return false
    }
    kept = sent
    const isSame = isKept()
    state.change({ revision: answer.revision, save: isSame ? 'saved' : 'unsaved' })
    if (!isSame) saveSoon(saveAfter)
    return true
  }
  // After a lost answer, the server has our text under a revision we do not know.
  const meetOther = (sent: DraftContent, other: OtherDraft): boolean => {
    const isOurs = other.text === sent.text && other.title === sent.title
    if (!isOurs) {
      state.change({ save: 'stale', other })
      return false
    }
    kept = sent
    state.change({ revision: other.revision, save: 'saved' })
    return true
  }
  // Nothing more is sent: the writer chooses first, or there is nothing to save to.
  const isStopped = () => ['stale', 'gone'].includes(state.get().save)
  const isKept = () => isEqual(content(), kept)
  const isSaved = () => state.get().save === 'saved' && isKept()
  const saveNow = async (): Promise<boolean> => {
    clearTimeout(timer)
    while (saving) await saving
    if (isSaved()) return true
    if (isStopped()) return false
    saving = saveOnce().finally(() => (saving = null))
    const done = await saving
    return done ? isSaved() || saveNow() : false
  }
  const writeEnd = (text: string) => {
    const { text: area } = fields()
    const same = commonStart(area.value, text)
    const [at, behind] = [area.scrollTop, area.scrollHeight - area.clientHeight - area.scrollTop < 40]
    area.setRangeText(text.slice(same), same, area.value.length, 'preserve')
    area.scrollTop = behind ? area.scrollHeight : at
  }
  const hear = (segment: HeardSegment) => {
    if (segment.number <= state.get().mergedTo) return
    waiting.set(segment.number, segment)
    const before = content()
    const after = mergeHeard(before, [...waiting.values()])
    if (after.mergedTo > before.mergedTo) {
      for (const number of waiting.keys()) if (number <= after.mergedTo) waiting.delete(number)
      writeEnd(after.text)
      state.change({ mergedTo: after.mergedTo })
      changed()
    }
    if (waiting.size > 0) askSoon()
  }
  // A missing number may belong to a discarded dictation: the server knows.
  const askSoon = () => {
    clearTimeout(asking)
    asking = setTimeout(() => {
      if (waiting.size > 0) void askHeard(state.get().mergedTo).then((heard) => heard.forEach(hear))
    }, askAfter)
  }
  return {
    state,
    look: () => {
      if (!isKept()) changed()
    },
    changed,
    saveNow,
    hear,
    insert: (text) => {
      const { text: area } = fields()
      area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
      changed()
    },
    keepMine: () => {
      const { other, mergedTo: own } = state.get()
      if (other) state.change({ revision: other.revision, mergedTo: Math.max(own, other.mergedTo) })
      state.change({ save: 'unsaved', other: null })
      return saveNow()
    },
    takeOther: () => {
      const { other } = state.get()
      if (!other) return
      const { text, title } = fields()
      text.value = other.text
      title.value = other.title
      kept = other
      const { revision: newest, mergedTo: to } = other
      state.change({ revision: newest, mergedTo: to, save: 'saved', other: null })
    },
  }
}

function isEqual(one: DraftContent, other: DraftContent): boolean {
  return one.text === other.text && one.title === other.title && one.mergedTo === other.mergedTo
}

function commonStart(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
