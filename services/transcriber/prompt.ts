import { type Recognition, type WorkerTask } from './speech-task.ts'

type Sound = WorkerTask['pcm']

/**
 * Recognises a sound with words that make their spelling likelier. A model may hand the words back as if they had
 * been said: when its text stands in the prompt, it is asked once more without.
 */
export async function recogniseWithPrompt(
  pcm: Sound,
  prompt: string | null,
  recognise: (task: WorkerTask) => Promise<Recognition>,
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
