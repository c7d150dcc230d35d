const every = 120_000
let last = 0

/** Saves renew the session, but enhance.js cannot see it and would reload the page during a dictation. */
export function keepSession(): void {
  const now = performance.now()
  if (now - last < every) return
  last = now
  document.querySelector<HTMLFormElement>('[data-session] form')?.requestSubmit()
}
