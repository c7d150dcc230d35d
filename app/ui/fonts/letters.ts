/** A letter missing here falls back to the reader's system font. */

function between(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('')
}

const ascii = between(0x20, 0x7e)
const nordic = 'ÅÄÖåäöÆØæøÉéÜü'
// Spanish, French, Portuguese, Icelandic and Turkish letters that are common in Swedish families' names.
const westernNames = 'ÁÍÓÚÇÑÐÞáàâãçèêëíîïñóôõúýðþß'
const marks = '\u00a0§°·«»´½×–—‘’‚“”„…•−€'

export const latinLetters = ascii + nordic + westernNames + marks

export const nameLetters = `${between(0x100, 0x17f)}ȘșȚțƏə`

const arabicAlphabet = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي'
const arabicSigns = `${between(0x64b, 0x655)}\u0670ٱ٪٫٬،؛؟٠١٢٣٤٥٦٧٨٩`
const neighbours = 'پچژکگیۆێەڕڵڤہھےٹڈڑں'
const joiners = '\u200c\u200d\u200e\u200f'

export const arabicLetters = `${arabicAlphabet}${arabicSigns}${neighbours}${joiners} `
