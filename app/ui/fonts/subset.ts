/**
 * Makes the font files under public/fonts/ from the open fonts in node_modules. After changing letters.ts, run it and
 * raise the version in the file name: browsers keep font files forever.
 * node app/ui/fonts/subset.ts
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import { arabicLetters, latinLetters, nameLetters } from './letters.ts'

type Cut = { source: string; target: string; letters: string; features: readonly string[] }

const root = new URL('../../../', import.meta.url)
const atkinson = 'node_modules/@fontsource-variable/atkinson-hyperlegible-next/'
const noto = 'node_modules/@fontsource-variable/noto-sans-arabic/'

// Kerning and marks; stylistic alternates and fractions are never used.
const latinFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum']
// Arabic letters join: without these features the script is unreadable.
const arabicFeatures = [
  'init',
  'medi',
  'fina',
  'isol',
  'rlig',
  'liga',
  'calt',
  'curs',
  'mset',
  ...latinFeatures,
]

const cuts: readonly Cut[] = [
  {
    source: `${atkinson}files/atkinson-hyperlegible-next-latin-wght-normal.woff2`,
    target: 'atkinson-v1.woff2',
    letters: latinLetters,
    features: latinFeatures,
  },
  {
    source: `${atkinson}files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2`,
    target: 'atkinson-names-v1.woff2',
    letters: nameLetters,
    features: latinFeatures,
  },
  {
    source: `${noto}files/noto-sans-arabic-arabic-wght-normal.woff2`,
    target: 'noto-arabic-v1.woff2',
    letters: arabicLetters,
    features: arabicFeatures,
  },
]

async function writeCut(cut: Cut): Promise<number> {
  const font = await subsetFont(await readFile(new URL(cut.source, root)), cut.letters, {
    targetFormat: 'woff2',
    keepFeatures: cut.features,
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
    noHinting: true,
  })
  await writeFile(new URL(`public/fonts/${cut.target}`, root), font)
  return font.length
}

await mkdir(new URL('public/fonts/', root), { recursive: true })
for (const cut of cuts) {
  const size = await writeCut(cut)
  process.stdout.write(`${cut.target} ${size} bytes\n`)
}
await copyFile(new URL(`${atkinson}LICENSE`, root), new URL('public/fonts/atkinson-OFL.txt', root))
await copyFile(new URL(`${noto}LICENSE`, root), new URL('public/fonts/noto-arabic-OFL.txt', root))
process.stdout.write(`written to ${fileURLToPath(new URL('public/fonts/', root))}\n`)
