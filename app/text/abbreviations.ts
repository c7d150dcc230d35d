/** Abbreviations a sentence goes on after: no capital letter follows. */
const leadingOn = new Set(
  't.ex. bl.a. kl. nr nr. s.k. d.v.s. dvs. f.d. ca ca. enl. t.o.m. fr.o.m. p.g.a. pga. jfr. inkl. resp. tel.'.split(
    ' ',
  ),
)

/** Abbreviations that also end sentences: their point is not another's to replace. */
const closing = new Set('m.m. m.fl. o.s.v. osv. e.d. etc.'.split(' '))

/** Whether the text ends in an abbreviation that a sentence goes on after. */
export const leadsOn = (text: string): boolean => leadingOn.has(lastWord(text))

/** Whether the point that the text ends in belongs to an abbreviation. */
export function endsInAbbreviation(text: string): boolean {
  const word = lastWord(text)
  return word.endsWith('.') && (leadingOn.has(word) || closing.has(word))
}

/** The longest abbreviation has seven characters; more need not be looked at. */
function lastWord(text: string): string {
  const end = text.slice(-12)
  return end.slice(end.search(/[\p{L}.]*$/u)).toLowerCase()
}
