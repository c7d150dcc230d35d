/** What a browser is told, as WebDriver says it (W3C, WebDriver 6.6) and as Firefox's own socket does: the same words. */
export const commands = {
  open: ['POST', '/url', 'WebDriver:Navigate'],
  address: ['GET', '/url', 'WebDriver:GetCurrentURL'],
  back: ['POST', '/back', 'WebDriver:Back'],
  run: ['POST', '/execute/sync', 'WebDriver:ExecuteScript'],
  click: ['POST', '/element/:id/click', 'WebDriver:ElementClick'],
  type: ['POST', '/element/:id/value', 'WebDriver:ElementSendKeys'],
  addCookie: ['POST', '/cookie', 'WebDriver:AddCookie'],
  picture: ['GET', '/screenshot', 'WebDriver:TakeScreenshot'],
} as const

export type Command = keyof typeof commands

/** A browser that has been started for one test, with a profile of its own. */
export type Wire = {
  send: (command: Command, parameters?: Record<string, unknown>) => Promise<unknown>
  stop: () => Promise<void>
}

export type BrowserKind = {
  name: string
  /** What this machine lacks to run it, or null. */
  missing: () => string | null
  start: () => Promise<Wire>
}

/** Nothing listens there: a browser that leaves this machine comes no further than its address. */
export const nowhere = '127.0.0.1:9'
