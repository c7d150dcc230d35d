/** The part of subset-font (which ships no types) that is used here. */
declare module 'subset-font' {
  type SubsetOptions = {
    targetFormat: 'woff2' | 'truetype'
    keepFeatures?: readonly string[]
    /** A number: that one alone. */
    variationAxes?: Record<string, number | { min: number; max: number; default: number }> | undefined
    noHinting?: boolean
  }

  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>
}
