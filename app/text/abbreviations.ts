/** The sentence goes on after these: no capital letter follows. */
const leadingOn = new Set(
  't.ex. bl.a. kl. nr nr. s.k. d.v.s. dvs. f.d. ca ca. enl. t.o.m. fr.o.m. p.g.a. pga. jfr. inkl. resp. tel.'.split(
    ' ',
  ),
)

/** These may also end a sentence: their point is not replaced. */
const closing = new Set('m.m. m.fl. o.s.v. osv. e.d. etc.'.split(' '))

export const leadsOn = (text: string): boolean => leadingOn.has(lastWord(text))

export function endsInAbbreviation(text: string): boolean {
  const word = lastWord(text)
  return word.endsWith('.') && (leadingOn.has(word) || closing.has(word))
}

function lastWord(text: string): string {
  const end = text.slice(-12)
  return end.slice(end.search(/[\p{L}.]*$/u)).toLowerCase()
}
