import { leadsOn } from '../../text/abbreviations.ts'

/** Never names: only these lose a capital that an engine put after an abbreviation. */
const smallWords = new Set(
  (
    'jag du han hon hen den det vi ni de dem man mig dig honom henne oss er sig en ett att som när om på i av för ' +
    'med till från hos vid under efter innan sedan och men eller så där här då nu inte min din sin mitt ditt sitt ' +
    'mina dina sina vår vårt våra er ert era hans hennes deras denna detta dessa alla någon något några ingen ' +
    'inget inga mamma pappa mormor morfar farmor farfar barnet barnen skolan förskolan läraren kuratorn familjen'
  ).split(' '),
)

/** Changes no word, number or name: ”…” quotes, a space before %, "kl. 14.00", no capital after "t.ex.". */
export function tidyTypography(text: string): string {
  return withoutStrayCapitals(
    text
      .replace(/[“„«»"]/g, '”')
      .replace(/([0-9])%/g, '$1 %')
      .replace(/(?<!\p{L})([Kk])l\.? ?(?=[0-9])/gu, '$1l. ')
      .replace(/(?<!\p{L})((?:kl\.|klockan) [0-9]{1,2}):(?=[0-9]{2}(?![0-9:]))/giu, '$1.'),
  )
}

function withoutStrayCapitals(text: string): string {
  return text.replace(/\. (\p{Lu}\p{Ll}*)(?![\p{L}-])/gu, (found, word: string, at: number) =>
    leadsOn(text.slice(Math.max(0, at - 12), at + 1)) && smallWords.has(word.toLowerCase())
      ? found.toLowerCase()
      : found,
  )
}
