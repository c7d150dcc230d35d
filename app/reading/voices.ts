import type { Paragraph } from '../../db/roles'

export type VoiceGroup = {
  voice: Paragraph['voice']
  speaker: string | null
  isYou: boolean
  texts: string[]
}

/** Joins neighbouring paragraphs with the same voice and speaker. */
export function groupVoices(paragraphs: readonly Paragraph[]): VoiceGroup[] {
  const groups: VoiceGroup[] = []
  for (const { voice, text, speaker = null, isYou = false } of paragraphs) {
    const last = groups.at(-1)
    if (last?.voice === voice && last.speaker === speaker && last.isYou === isYou) last.texts.push(text)
    else groups.push({ voice, speaker, isYou, texts: [text] })
  }
  return groups
}
