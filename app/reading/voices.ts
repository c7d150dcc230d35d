import type { Paragraph } from '../../db/roles'

export type VoiceGroup = {
  voice: Paragraph['voice']
  speaker: string | null
  isYou: boolean
  /** Number of its first paragraph, from 1. */
  from: number
  texts: string[]
}

/** Joins neighbouring paragraphs with the same voice and speaker. */
export function groupVoices(paragraphs: readonly Paragraph[]): VoiceGroup[] {
  const groups: VoiceGroup[] = []
  for (const [index, { voice, text, speaker = null, isYou = false }] of paragraphs.entries()) {
    const last = groups.at(-1)
    if (last?.voice === voice && last.speaker === speaker && last.isYou === isYou) last.texts.push(text)
    else groups.push({ voice, speaker, isYou, from: index + 1, texts: [text] })
  }
  return groups
}
