/** The part of subset-font (which ships no types) that `subset.ts` uses. */
declare module 'subset-font' {
  type SubsetOptions = {
    targetFormat: 'woff2'
    keepFeatures: readonly string[]
    variationAxes: Record<string, { min: number; max: number; default: number }>
    noHinting: boolean
  }

  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>
}
