import { type EngineState } from './engine-keeper.ts'

/** The default in OpenAI's clients. */
const COMMON_NAME = 'whisper-1'

/**
 * The names by which the loaded model can be asked for; none before it is. `configured` stays one also when a fallback is loaded.
 */
export function modelNames(state: EngineState, configured: string): string[] {
  return state.kind === 'ready' ? [...new Set([state.model.id, configured, COMMON_NAME])] : []
}
