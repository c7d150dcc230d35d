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

/** @param names given and full names of people in the case */
export function suggestVoice(paragraph: string, { names }: { names: readonly string[] }): VoiceSuggestion {
  const text = paragraph.trimStart()
  if (assessing.test(text.slice(0, 80))) return { voice: 'assessment' }
  const speaker = names
    .filter((name) => name !== '' && text.startsWith(`${name} `))
    .toSorted((one, other) => other.length - one.length)[0]
  if (speaker === undefined) return { voice: 'fact' }
  const verb = /^[\p{L}]+/u.exec(text.slice(speaker.length + 1, speaker.length + 41))?.[0]
  return verb !== undefined && saying.has(verb) ? { voice: 'statement', speaker } : { voice: 'fact' }
}
