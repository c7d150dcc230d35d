import type { Page } from '@playwright/test'

// What staff and readers have written, and names of things: not words of ours.
const written = [
  '.voice :not(.voice-label)',
  '.child :not(.child-label)',
  '.document',
  // Rows of names, titles, places and days.
  '.row-title',
  '.row-detail',
  '.timeline',
  '.written',
  '.now-eyebrow',
  'blockquote',
  'time',
  '[data-readaloud]',
  'script',
].join()

/** The portal's own words on a page's main part, a sentence a line: headings and labels count as sentences. */
export function ownWordsOn(page: Page): Promise<string> {
  return page.evaluate((others) => {
    const main = window.document.querySelector('main')!.cloneNode(true) as HTMLElement
    for (const other of main.querySelectorAll(others)) other.remove()
    for (const block of main.querySelectorAll(
      'h1, h2, h3, p, li, dt, dd, a, summary, label, legend, button, option, div',
    ))
      block.append('\n')
    return main.textContent
      .split(/\n|·/)
      .map((line) => line.trim())
      .filter((line) => /\p{L}/u.test(line))
      .map((line) => (/[.!?]$/.test(line) ? line : `${line}.`))
      .join('\n')
  }, written)
}
