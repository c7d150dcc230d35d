import type { Paragraph, StoredParagraph } from '../../../db/roles.ts'
import { splitParagraphs } from '../../text/paragraphs.ts'
import { suggestVoice } from '../../text/suggest-voice.ts'
import type { CasePerson } from '../draft/case-people.ts'

export type VoicedParagraph = {
  number: number
  text: string
  voice: Paragraph['voice']
  speaker: string
  isSuggestion: boolean
}

/** Earlier decisions follow the paragraph's text when it moves. */
export function suggestedParagraphs(
  draft: string,
  decided: readonly StoredParagraph[],
  people: readonly CasePerson[],
): VoicedParagraph[] {
  const left = [...decided]
  const names = people.flatMap(({ givenName, name }) => [givenName, name])
  return splitParagraphs(draft).map((text, index) => {
    const at = left.findIndex((paragraph) => paragraph.text === text)
    const known = at === -1 ? undefined : left.splice(at, 1)[0]
    if (known) {
      return {
        number: index + 1,
        text,
        voice: known.voice,
        speaker: known.speaker ?? '',
        isSuggestion: false,
      }
    }
    const suggestion = suggestVoice(text, { names })
    const speaker = suggestion.voice === 'statement' ? suggestion.speaker : ''
    return { number: index + 1, text, voice: suggestion.voice, speaker, isSuggestion: true }
  })
}

/** Stores the speaker's id if the name matches one person in the case. */
export function storedParagraph(
  { text, voice, speaker }: Pick<VoicedParagraph, 'text' | 'voice' | 'speaker'>,
  people: readonly CasePerson[],
): StoredParagraph {
  const name = speaker.trim()
  if (voice !== 'statement' || name === '') return { voice, text }
  const matching = people.filter((person) => person.givenName === name || person.name === name)
  const [known] = matching
  return { voice, text, speaker: name, ...(matching.length === 1 && known && { speakerId: known.id }) }
}
