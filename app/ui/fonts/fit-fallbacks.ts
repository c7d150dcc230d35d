/**
 * Prints the numbers of styles/font-fallbacks.css: how much a font of the reader's own is scaled so that our words take
 * the room that they take in ours. Widths are weighed by the letters of locales/sv.
 * node app/ui/fonts/fit-fallbacks.ts NAME=REGULAR,BOLD …   (font files: Liberation Sans measures as Arial and Helvetica)
 */
import { readdir, readFile } from 'node:fs/promises'
import subsetFont from 'subset-font'
import { latinLetters } from './letters.ts'
import { measuresOf, type FontMeasures } from './font-measures.ts'

const root = new URL('../../../', import.meta.url)
const ours = {
  latin:
    'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  arabic:
    'node_modules/@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2',
}
/** --font-weight-normal and --font-weight-bold. */
const weights = [400, 680]

const percent = (part: number) => `${(part * 100).toFixed(2)}%`

function print(name: string, font: FontMeasures, scale: number): void {
  const { ascent, descent, lineGap } = font
  const [up, down, gap] = [ascent, descent, lineGap].map((each) => percent(each / scale))
  process.stdout.write(
    `${name}: size-adjust ${percent(scale)}; ascent-override ${up}; descent-override ${down}; line-gap-override ${gap}\n`,
  )
}

async function wordsOfOurs(): Promise<string> {
  const folder = new URL('locales/sv/', root)
  const files = await Promise.all(
    (await readdir(folder)).map((file) => readFile(new URL(file, folder), 'utf8')),
  )
  const texts = files.flatMap((file) => [...file.matchAll(/": "(.*)"/g)].map(([, text = '']) => text))
  return texts.join(' ').replace(/\{\{\w+\}\}/g, '')
}

async function measured(file: URL | string, weight?: number): Promise<FontMeasures> {
  const variationAxes = weight === undefined ? undefined : { wght: weight }
  const letters = `${latinLetters}ابتث`
  return measuresOf(
    await subsetFont(await readFile(file), letters, { targetFormat: 'truetype', variationAxes }),
  )
}

const words = await wordsOfOurs()
for (const [at, weight] of weights.entries()) {
  const atkinson = await measured(new URL(ours.latin, root), weight)
  for (const given of process.argv.slice(2)) {
    const [name, files = ''] = given.split('=')
    const other = await measured(files.split(',')[at] ?? '')
    print(`${name} ${weight}`, atkinson, atkinson.widthOf(words) / other.widthOf(words))
  }
  print(`Arabic ${weight}`, await measured(new URL(ours.arabic, root), weight), 1)
}
