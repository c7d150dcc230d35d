import { type Recognition, type SpeechTask } from './speech-task.ts'

/**
 * Recognises a sound with spelling help. A model may return the prompt as if it had been said: when all of its text is
 * in the prompt, it is asked once more without one.
 */
export async function recogniseWithPrompt(
  pcm: SpeechTask['pcm'],
  prompt: string | null,
  recognise: (task: SpeechTask) => Promise<Recognition>,
): Promise<Recognition> {
  if (prompt === null) return recognise({ pcm, prompt })
  const first = await recognise({ pcm: pcm.slice(), prompt })
  if (!isEcho(first, prompt)) return first
  const second = await recognise({ pcm, prompt: null })
  return { ...second, milliseconds: first.milliseconds + second.milliseconds }
}

function isEcho({ segments }: Recognition, prompt: string): boolean {
  const text = bare(segments.map((segment) => segment.text).join(' '))
  return text !== '' && bare(prompt).includes(text)
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
