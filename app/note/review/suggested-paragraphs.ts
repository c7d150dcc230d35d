import type { Paragraph, StoredParagraph } from '../../../db/roles.ts'
import { comparable } from '../../text/plain-form.ts'
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
  const left = new Map<string, StoredParagraph[]>()
  for (const paragraph of decided) left.set(paragraph.text, [...(left.get(paragraph.text) ?? []), paragraph])
  const names = people.flatMap(({ givenName, name }) => [givenName, name])
  return splitParagraphs(draft).map((text, index) => {
    const known = left.get(text)?.shift()
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
  const spoken = comparable(name)
  const matching = people.filter(
    (person) => comparable(person.givenName) === spoken || comparable(person.name) === spoken,
  )
  const [known] = matching
  return { voice, text, speaker: name, ...(matching.length === 1 && known && { speakerId: known.id }) }
}
