import type { DocumentBlock } from '../../../app/document/content/content.ts'
import type { StoryDocument } from '../story.ts'
import { full, section } from '../telling.ts'

const atHomeFirst = section(
  'Hemma',
  'Tindra lagar mat och hjälper till vid läggning. Hon lämnar bröderna på förskolan ibland. Marie har varit sjuk sedan i höstas och orkar inte alltid gå upp på morgonen. Sedan i våras mår hon bättre.',
)

const atHomeCorrected = section(
  'Hemma',
  'Tindra lagar mat och hjälper till vid läggning. Hon lämnar bröderna på förskolan varje dag. Marie har varit sjuk sedan i höstas och orkar inte alltid gå upp på morgonen. Sedan i våras mår hon bättre.',
  'Tindra anser att en uppgift i det första förslaget är fel. Där stod att hon lämnar bröderna ibland. Uppgiften är rättad den 12 juni 2026.',
)

const sectionsWith = (atHome: DocumentBlock[]): DocumentBlock[][] => [
  section(
    'Varför vi har utrett',
    'Skolan hörde av sig den 3 mars för att Tindra hade varit borta mycket. Utredningen började den 16 mars.',
  ),
  section(
    'Så har vi gjort',
    'Mira har träffat Tindra och Marie den 12 mars, pratat med Tindra för sig den 14 april och varit hemma hos familjen den 5 maj. Skolan har svarat på frågor om frånvaron.',
  ),
  section(
    'Skolan',
    'Tindra har varit borta var tredje dag sedan i januari, mest på morgonen. När hon är där går det bra. Hon vill gå i skolan.',
  ),
  atHome,
  section(
    'Vad Tindra vill',
    'Tindra vill att någon vuxen tar morgnarna. Hon vill komma tillbaka till fotbollen.',
  ),
  section('Vad Marie vill', 'Marie tar gärna emot hjälp på morgnarna.'),
  section(
    'Det här tror vi',
    'Marie bryr sig om sina barn och hemmet är tryggt. Men Tindra gör mer hemma än en sextonåring ska behöva göra. Det går ut över skolan och fritiden. Med hjälp på morgnarna kan det ändras.',
  ),
  section('Förslag', 'Stöd hemma på vardagsmorgnar i sex månader. Samtalsstöd för Tindra en gång i veckan.'),
  section(
    'Säg vad du tycker',
    'Skriv, ring eller träffa oss senast den 23 juni 2026. Du kan också be om att få prata med nämnden (14 kap. 8 § socialtjänstlagen).',
  ),
]

/** The draft Tindra corrected: both versions stay readable (SoL 14 kap. 6 §). */
export const decisionBasis: StoryDocument = {
  key: 'tindra/basis',
  type: 'decisionBasis',
  on: '2026-06-09',
  versions: [
    {
      title: 'Förslag till beslutsunderlag',
      sections: sectionsWith(atHomeFirst),
      childTitle: 'Läs förslaget. Säg vad du tycker.',
      childText:
        'Här är vårt förslag. Du har varit borta mycket från skolan, mest på morgonen. Hemma gör du mer än du ska behöva. Du lämnar dina bröder på förskolan ibland. Därför tycker vi att någon ska komma på morgonen i sex månader. Du ska få prata med någon en gång i veckan. Säg vad du tycker senast den 23 juni.',
      signedAt: '2026-06-09 10:05',
      signedBy: 'mira',
    },
    {
      title: 'Förslag till beslutsunderlag',
      sections: sectionsWith(atHomeCorrected),
      childTitle: 'Läs förslaget. Säg vad du tycker.',
      childText:
        'Här är vårt förslag. Du har varit borta mycket från skolan, mest på morgonen. Hemma gör du mer än du ska behöva. Du lämnar dina bröder på förskolan varje dag. Det har vi rättat för att du sa till. Därför tycker vi att någon ska komma på morgonen i sex månader. Du ska få prata med någon en gång i veckan. Säg vad du tycker senast den 23 juni.',
      changeReason: 'Tindra anser att en uppgift är fel: hon lämnar bröderna varje dag, inte ibland.',
      signedAt: '2026-06-12 08:45',
      signedBy: 'mira',
    },
  ],
  readers: [full('tindra', '2026-06-09 10:30'), full('marie', '2026-06-09 10:30')],
}
