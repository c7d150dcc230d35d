import { type Recognition, type SpeechTask } from './speech-task.ts'

/** A model may repeat the prompt as if it was said. If so, we ask once more without it. */
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
