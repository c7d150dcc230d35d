/** Shares of the font's size. */
export type FontMeasures = {
  ascent: number
  descent: number
  lineGap: number
  /** The text set in one line, without kerning. */
  widthOf: (text: string) => number
}

/** @param font a TrueType file (OpenType 1.9, otff) */
export function measuresOf(font: Buffer): FontMeasures {
  const table = (tag: string): Buffer => {
    const count = font.readUInt16BE(4)
    const entry = Array.from({ length: count }, (_, index) => 12 + 16 * index).find(
      (at) => font.toString('latin1', at, at + 4) === tag,
    )
    if (entry === undefined) throw new Error(`the font has no table ${tag}`)
    return font.subarray(font.readUInt32BE(entry + 8))
  }
  const em = table('head').readUInt16BE(18)
  const [hhea, os2, hmtx] = [table('hhea'), table('OS/2'), table('hmtx')]
  // fsSelection bit 7: the font asks for its typographic measures.
  const ofText = (os2.readUInt16BE(62) & 0x80) !== 0
  const [from, at] = ofText ? [os2, 68] : [hhea, 4]
  const lastOwn = hhea.readUInt16BE(34) - 1
  const glyphs = glyphsOf(table('cmap'))
  const widthOf = (letter: string) => {
    const glyph = glyphs.get(letter.codePointAt(0) ?? 0)
    return glyph === undefined ? 0 : hmtx.readUInt16BE(4 * Math.min(glyph, lastOwn))
  }
  return {
    ascent: from.readInt16BE(at) / em,
    descent: -from.readInt16BE(at + 2) / em,
    lineGap: from.readInt16BE(at + 4) / em,
    widthOf: (text) => Array.from(text, widthOf).reduce((sum, width) => sum + width, 0) / em,
  }
}

/** From code points to glyphs, by a table of format 4. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) =>
    cmap.readUInt32BE(4 + 8 * index + 4),
  )
  const offset = offsets.find((each) => cmap.readUInt16BE(each) === 4)
  if (offset === undefined) throw new Error('the font has no character map of format 4')
  const map = cmap.subarray(offset)
  const twice = map.readUInt16BE(6)
  const glyphs = new Map<number, number>()
  for (let at = 0; at < twice; at += 2) {
    const [last, first] = [map.readUInt16BE(14 + at), map.readUInt16BE(16 + twice + at)]
    const [delta, rangeAt] = [map.readUInt16BE(16 + 2 * twice + at), 16 + 3 * twice + at]
    const range = map.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code !== 0xffff; code += 1) {
      const found = range === 0 ? code : map.readUInt16BE(rangeAt + range + 2 * (code - first))
      glyphs.set(code, found === 0 ? 0 : (found + delta) & 0xffff)
    }
  }
  return glyphs
}
