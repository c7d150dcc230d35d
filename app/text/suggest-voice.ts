/** A guess; the caseworker decides. */
export type VoiceSuggestion =
  { voice: 'fact' } | { voice: 'assessment' } | { voice: 'statement'; speaker: string }

const assessing =
  /^(?:(?:min |vår |sammanfattande |socialtjänstens |socialsekreterarens )?(?:bedömning|skyddsbedömning)(?::| är| av )|(?:jag|vi|socialtjänsten) (?:bedömer|gör bedömningen)|bedömningen är|sammantaget bedömer)/i

const saying = new Set(
  'säger berättar tycker vill önskar menar uppger upplever känner undrar beskriver förklarar anser svarar frågar tror hoppas sade sa berättade tyckte ville önskade uppgav svarade frågade'.split(
    ' ',
  ),
)

// Somebody's words too, but whose is for the caseworker to say.
const pronouns = ['Hon', 'Han', 'Hen']

/** @param names given and full names of people in the case */
export function suggestVoice(paragraph: string, { names }: { names: readonly string[] }): VoiceSuggestion {
  const text = paragraph.trimStart()
  if (assessing.test(text.slice(0, 80))) return { voice: 'assessment' }
  const speaker = [...names, ...pronouns]
    .filter((name) => name !== '' && text.startsWith(`${name} `))
    .toSorted((one, other) => other.length - one.length)[0]
  if (speaker === undefined) return { voice: 'fact' }
  const verb = /^[\p{L}]+/u.exec(text.slice(speaker.length + 1, speaker.length + 41))?.[0]
  if (verb === undefined || !saying.has(verb)) return { voice: 'fact' }
  return { voice: 'statement', speaker: names.includes(speaker) ? speaker : '' }
}

const marker = /^\s*(?:[\p{L}]+ ){0,2}(?:bedömning|skyddsbedömning):\s*/iu

/** An assessment under a heading that says so: without the word that told it from the rest of the record. */
export function withoutMarker(assessment: string): string {
  const found = marker.exec(assessment.slice(0, 80))?.[0].length ?? 0
  const rest = assessment.slice(found)
  return found === 0 || rest === '' ? assessment : rest.charAt(0).toUpperCase() + rest.slice(1)
}
