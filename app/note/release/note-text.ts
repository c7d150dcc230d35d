import type { StoredParagraph } from '../../../db/roles'
import { inFull, type ReleasedText } from '../../disclosure/look-at-readers'
import { splitParagraphs } from '../../text/paragraphs'
import { suggestVoice } from '../../text/suggest-voice'
import type { CasePerson } from '../draft/case-people'
import { storedParagraph, suggestedParagraphs } from '../review/suggested-paragraphs'
import type { NoteToRead } from './load-release'
import { shownText } from './shown-text'
import type { VersionText } from './version-text'

export type NumberedText = VersionText & { number: number }

/** As draft_shown gives it (db/policy/staff/disclosure-basis.sql). */
export type ShownDraft = VersionText & { text: string | null; source: string | null }

/** A note as those who decide on its readers need to know it. */
export function noteText(note: NoteToRead): ReleasedText<ShownDraft, StoredParagraph> {
  const { people, caseWords, checked, now, childId, versions } = note
  const [newest, signed] = versions
  const allOf = (version: VersionText, source: string | null) =>
    shownText(inFull, { source, versions: [version] })
  return {
    ...{ people, caseWords, checked, now },
    isDraft: note.draftId !== null,
    shownText: (disclosed) => shownText(disclosed, note),
    newest: () => (newest ? allOf(newest, note.source) : []),
    before: (shown) => {
      if (shown) return allOf(versionOf(shown, people), shown.source)
      return signed ? allOf(signed, note.source) : null
    },
    writtenOf: (parts) => parts.map(({ text }) => text).join('\n\n'),
    partsOf: (written) => partialParagraphs(written, note),
    hearsChild: ({ isChild }) =>
      !isChild && versions.some(({ paragraphs }) => paragraphs.some(isSaidBy(childId))),
  }
}

const isSaidBy = (personId: string) => (paragraph: StoredParagraph) => paragraph.speakerId === personId

/** Paragraphs found in the note keep its voice; others are guessed from how they begin. */
function partialParagraphs(
  text: string,
  { versions, people }: Pick<NoteToRead, 'versions' | 'people'>,
): StoredParagraph[] {
  const known = versions.flatMap(({ paragraphs }) => paragraphs)
  const names = people.flatMap(({ givenName, name }) => [givenName, name])
  return splitParagraphs(text).map((paragraph) => {
    const same = known.find((each) => each.text === paragraph)
    if (same) return same
    const suggestion = suggestVoice(paragraph, { names })
    const speaker = suggestion.voice === 'statement' ? suggestion.speaker : ''
    return storedParagraph({ text: paragraph, voice: suggestion.voice, speaker }, people)
  })
}

export function versionOf(
  draft: VersionText & { text: string | null },
  people: readonly CasePerson[],
): VersionText {
  const { title, childTitle, childText, childTextEasy, changeReason, readBackTo } = draft
  return {
    ...{ title, childTitle, childText, childTextEasy, changeReason, readBackTo },
    paragraphs: suggestedParagraphs(draft.text ?? '', draft.paragraphs, people).map((paragraph) =>
      storedParagraph(paragraph, people),
    ),
  }
}
