import type { Wire } from './wire'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

export type BrowserVisitor = {
  open: (path: string) => Promise<void>
  path: () => Promise<string>
  back: () => Promise<void>
  /** Takes a session as after a sign-in. */
  take: (session: { name: string; value: string }) => Promise<void>
  /** Presses a button, a link or a choice as a person does: what lies under something else cannot be pressed. */
  press: (name: string) => Promise<void>
  /** Writes into the field with this label, after what stands there. */
  write: (label: string, text: string) => Promise<void>
  /** What can be read on the page. */
  words: () => Promise<string>
  /** @param script the body of a function, run in the page */
  ask: <T>(script: string, ...args: unknown[]) => Promise<T>
}

// Where WebKit has just scrolled to, a press meets the bare page for a moment, and is refused.
const isDrawn = `
  const { left, top, width, height } = arguments[0].getBoundingClientRect()
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  if (there && there !== document.documentElement) return true
  arguments[0].scrollIntoView({ block: 'center' })
  return false`

/** Somebody at a browser who finds things by what is written on them. */
export function visitorAt(wire: Wire, origin: string): BrowserVisitor {
  const ask = async <T>(script: string, ...args: unknown[]) => (await wire.send('run', { script, args })) as T
  const find = async (script: string, name: string): Promise<string> => {
    // A press does not wait for the page that it leads to, and what is not laid out yet cannot be pressed.
    while (!(await ask<boolean>('return document.readyState === "complete"')));
    const found = await ask<Record<string, string> | null>(script, name)
    const id = found?.[elementKey]
    if (!id) throw new Error(`“${name}” is not on the page ${await path()}: ${await words()}`)
    return id
  }
  const path = async () => {
    const { pathname, origin: at, href } = new URL((await wire.send('address')) as string)
    return at === origin ? pathname : href
  }
  const words = () => ask<string>('return document.body ? document.body.innerText : ""')
  const open = async (to: string) => void (await wire.send('open', { url: origin + to }))
  return {
    open,
    path,
    words,
    ask,
    back: async () => void (await wire.send('back')),
    take: async ({ name, value }) => {
      await open('/healthz')
      await wire.send('addCookie', { cookie: { name, value, path: '/', httpOnly: true, sameSite: 'Lax' } })
    },
    press: async (name) => {
      const id = await find(
        `return [...document.querySelectorAll('button, a, summary, label')].find((each) => !each.matches('.sr') && each.innerText.trim().split('\\n')[0] === arguments[0]) ?? null`,
        name,
      )
      while (!(await ask<boolean>(isDrawn, { [elementKey]: id })));
      await wire.send('click', { id })
    },
    write: async (label, text) => {
      const id = await find(
        `return [...document.querySelectorAll('label')].find((each) => each.innerText.trim() === arguments[0])?.control ?? null`,
        label,
      )
      await wire.send('type', { id, text })
    },
  }
}
