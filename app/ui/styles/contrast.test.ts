import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const modes = {
  light: [],
  dark: ['(prefers-color-scheme: dark)'],
  'high contrast': ['(prefers-contrast: more)'],
  'dark with high contrast': [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(prefers-contrast: more) and (prefers-color-scheme: dark)',
  ],
}
const surfaces = ['paper', 'card', 'wash', 'brand-wash', 'plum-wash', 'sun-wash', 'danger-wash']

describe.each(Object.entries(modes))('in %s', (_name, media) => {
  const colour = coloursOf(media)

  test.each(surfaces)('text is read at 7:1 on %s', (surface) => {
    expect(contrast(colour('ink'), colour(surface))).toBeGreaterThanOrEqual(7)
    expect(contrast(colour('ink-2'), colour(surface))).toBeGreaterThanOrEqual(7)
  })

  test.each([
    ['on-brand', 'brand'],
    ['on-now', 'now'],
    ['on-exit', 'exit'],
  ])('%s is read at 7:1 on %s', (text, surface) => {
    expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(7)
  })

  test.each(
    ['brand-ink', 'plum', 'sun', 'danger'].flatMap((text) => surfaces.map((on) => [text, on] as const)),
  )('%s is read at 4.5:1 on %s', (text, surface) => {
    expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5)
  })

  test.each(['edge', 'brand', 'focus'].flatMap((line) => surfaces.map((on) => [line, on] as const)))(
    '%s is seen at 3:1 on %s',
    (line, surface) => {
      expect(contrast(colour(line), colour(surface))).toBeGreaterThanOrEqual(3)
    },
  )
})

test('the colours that a reader has forced come after every other choice', () => {
  const css = readFileSync(join(import.meta.dirname, 'modes.css'), 'utf8')
  expect(css.lastIndexOf('@media')).toBe(css.indexOf('@media (forced-colors: active)'))
})

/** @param media the media conditions of modes.css that hold, in the order they stand there */
function coloursOf(media: readonly string[]): (name: string) => string {
  const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')
  const modesCss = read('modes.css')
  const blocks = [read('tokens.css'), ...media.map((condition) => blockOf(modesCss, condition))]
  const colours = new Map(
    blocks.flatMap((css) =>
      [...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
    ),
  )
  return (name) => colours.get(name) ?? `no colour is called ${name}`
}

function blockOf(css: string, condition: string): string {
  const start = css.indexOf(`@media ${condition} {`)
  const end = css.indexOf('@media', start + 1)
  return css.slice(start, end === -1 ? undefined : end)
}

/** WCAG 2.2, contrast ratio of two colours '#rrggbb'. */
function contrast(one: string, other: string): number {
  const [lighter = NaN, darker = NaN] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
