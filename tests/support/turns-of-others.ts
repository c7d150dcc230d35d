import { vi } from 'vitest'

/** How often something else would have been done during some work, by a clock that moves only when it is looked at. */
export async function turnsOfOthers(work: () => Promise<unknown>): Promise<number> {
  let looks = 0
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => looks++)
  const state = { turns: 0, isDone: false }
  const count = () => {
    state.turns++
    if (!state.isDone) setImmediate(count)
  }
  setImmediate(count)
  await work().finally(() => clock.mockRestore())
  state.isDone = true
  return state.turns
}
