import { type EngineState } from './engine-keeper.ts'

type Out = { isTTY?: boolean; write(text: string): unknown }

const WIDTH = 30
const STEP = 0.1

export function showProgress(out: Out, model: string): (state: EngineState) => void {
  let shown = 0
  return (state) => {
    if (state.kind !== 'loading' || state.progress === null) return
    const { progress } = state
    if (!out.isTTY && progress < shown + STEP && progress < 1) return
    if (shown >= 1) return
    shown = progress
    const percent = `${Math.floor(progress * 100)} %`.padStart(5)
    if (!out.isTTY) return void out.write(`${model}: ${percent.trim()} fetched\n`)
    const done = Math.round(progress * WIDTH)
    out.write(
      `\r${model} [${'#'.repeat(done)}${' '.repeat(WIDTH - done)}]${percent}${progress < 1 ? '' : '\n'}`,
    )
  }
}
