import { z } from 'zod'
import type { DocumentContent } from '../content/content.ts'
import { factsBlock, points, section } from './blocks.ts'
import { documentFacts, name, words } from './decision-facts.ts'
import { contentOf } from './decision-parts.ts'
import { citation } from '../law.ts'
import { swedishDay } from './swedish-days.ts'

export const consentFacts = documentFacts.extend({
  /** "familjebehandling" */
  to: name,
  about: z.array(words).min(1, 'list.empty').max(20, 'list.tooLong'),
  /** Who is asked: a guardian, or the child itself. */
  asked: z.enum(['guardian', 'child'], 'choice.none'),
  askedName: name,
  contact: name,
})
type ConsentFacts = z.infer<typeof consentFacts>

/** One paper for each who is asked: nobody sees what another has answered. */
export function consent(facts: ConsentFacts): DocumentContent {
  const { on, concerns, to, about, asked, askedName, contact } = facts
  return contentOf(facts, `Samtycke till ${to}`, [
    factsBlock([
      ['Samtycket gäller', concerns],
      ['Vi frågar', askedName],
      ['Datum', swedishDay(on)],
      ['Diarienummer', facts.diaryNumber],
    ]),
    ...section('Det här säger du ja till', ...about),
    ...section(
      'Det här betyder ditt ja',
      points(
        `Du vill att ${concerns} ska få ${to}.`,
        'Du kan ta tillbaka ditt ja när du vill. Du behöver inte säga varför.',
        'Du kan säga nej. Då pratar vi om vad som kan göras i stället.',
      ),
      asked === 'guardian'
        ? `Har barnet två vårdnadshavare bestämmer de som regel tillsammans (${citation('FB 6:13', on)}). Vi frågar var och en för sig.`
        : `Barn från 12 år kan i vissa fall själva säga ja till hjälp (${citation('SoL 21:1', on)}).`,
    ),
    ...section('Har du frågor?', `Fråga ${contact} innan du svarar.`),
  ])
}
