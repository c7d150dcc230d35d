import type { StaffTx } from '../../../db/connect'
import { allAtOnceOf, canDecideForAll, type AllAtOnce } from '../../disclosure/all-at-once'
import { decideReader } from '../../disclosure/decide-reader'
import { foreignNumbers } from '../../disclosure/foreign-numbers'
import { inFull, type Keys } from '../../disclosure/look-at-readers'
import type { ReaderValues } from '../../disclosure/reader-form'
import type { Release } from './load-release'
import { noteText } from './note-text'
import { openToDecide } from './save-reader'

/** The readers of one's own draft that one decision can stand for; null when there is something to weigh for one of them. */
export async function findAllAtOnce(tx: StaffTx, release: Release, keys: Keys): Promise<AllAtOnce | null> {
  const { readers, people, draftId, textMark } = release
  if (draftId === null || !canDecideForAll(readers, people)) return null
  const texts = noteText(release).shownText(inFull)
  const each = readers.map(({ personId }) => ({ personId, texts }))
  const numbers = await foreignNumbers(tx, each, keys)
  if ([...numbers.values()].some(({ length }) => length > 0)) return null
  return allAtOnceOf(readers, textMark)
}

type Drawn = { textMark: string; personIds: readonly string[]; seen: readonly string[] }
type AllToSave = Keys & { noteId: string; drawn: Drawn }

/** Everything to everybody, of the text and for the readers that the page was drawn with. All or nothing. */
export async function saveAllReaders(
  tx: StaffTx,
  { noteId, drawn, ...keys }: AllToSave,
): Promise<'saved' | 'unseen' | 'changed' | 'gone'> {
  const opened = await openToDecide(tx, noteId, keys)
  if (!opened) return 'gone'
  const offered = await findAllAtOnce(tx, opened.release, keys)
  if (offered?.textMark !== drawn.textMark) return 'changed'
  const personIds = offered.readers.map(({ personId }) => personId)
  if (personIds.toSorted().join() !== [...drawn.personIds].sort().join()) return 'changed'
  const warnings = offered.readers.flatMap(({ warnings }) => warnings.drawn)
  if (warnings.some(({ key }) => !drawn.seen.includes(key))) return 'unseen'
  for (const personId of personIds) {
    const values = { ...everything, seen: drawn.seen, personId, textMark: offered.textMark }
    const saved = await decideReader(tx, opened.toDecide, { values, ...keys })
    if (saved.outcome !== 'saved') throw new Error(`a reader was ${saved.outcome} after all were looked at`)
  }
  return 'saved'
}

const everything: Omit<ReaderValues, 'personId' | 'textMark' | 'seen'> = {
  level: 'full',
  title: '',
  text: '',
  ground: '',
  harm: '',
  reviewOn: '',
  groundTold: false,
  day: '',
  time: '',
  decidedAt: '',
}
