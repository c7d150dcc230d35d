import type { EngineWatch } from '../engine/engine-watch.ts'
import { promptOf } from '../engine/prompt-echo.ts'
import type { SpokenPhrase } from './phrase-reader.ts'
import type { PreviewTurns } from './preview-turns.ts'
import type { RecordingStore } from './recording-store.ts'
import { judgedResult } from './segment.ts'

/** What has been said of a phrase that is not over: told to the page that records, written down nowhere. */
export type PhrasePreview = {
  /** Somebody speaks: asks for the text so far when the engine has nothing else to do. Does not wait for it. */
  ask(speaking: () => SpokenPhrase): void
  callOff(): void
  /** The phrase is over. Where no text of it takes the preview's place, the page is told to take it away. */
  settle(hasText: boolean): Promise<void>
}

type Options = { store: RecordingStore; engine: EngineWatch; turns: PreviewTurns; signal: AbortSignal }

/** Less is written badly, and the phrase may be over before the answer. */
const SHORTEST_MS = 1_000

export function createPhrasePreview({ store, engine, turns, signal }: Options): PhrasePreview {
  let asked: AbortController | null = null
  let telling = Promise.resolve()
  let isShown = false

  const hear = async (speaking: () => SpokenPhrase, calledOff: AbortSignal): Promise<void> => {
    const phrase = speaking()
    if (phrase.end - phrase.start < SHORTEST_MS) return
    const result = await turns.run(store.caller, calledOff, async (both) => {
      const prompt = promptOf(await store.caseWords())
      return engine.transcribe({
        ...{ pcm: phrase.pcm, prompt, caller: store.caller, signal: both },
        purpose: 'preview',
      })
    })
    if (!result || calledOff.aborted) return
    const { text } = judgedResult(result, phrase.probabilities)
    if (text === '') return
    isShown = true
    telling = store.tellPreview({ start: phrase.start, text })
    await telling
  }

  return {
    ask: (speaking) => {
      if (asked || engine.state.problem !== null) return
      const own = new AbortController()
      asked = own
      // Without one, the page waits for the text itself.
      void hear(speaking, AbortSignal.any([own.signal, signal]))
        .catch(() => undefined)
        .finally(() => {
          if (asked === own) asked = null
        })
    },
    callOff: () => {
      asked?.abort(new Error('the phrase is over'))
      asked = null
    },
    settle: async (hasText) => {
      const mustTell = isShown && !hasText
      isShown = false
      if (!mustTell) return
      await telling.catch(() => undefined)
      await store.tellPreview(null)
    },
  }
}
