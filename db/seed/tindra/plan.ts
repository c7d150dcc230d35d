import type { StoryDocument } from '../story.ts'
import { full, section } from '../telling.ts'

// Headings follow Socialtjänstförordning (2025:468) 10 kap. 3 §.
export const implementationPlan: StoryDocument = {
  key: 'tindra/plan',
  type: 'implementationPlan',
  on: '2026-07-02',
  versions: [
    {
      title: 'Genomförandeplan',
      sections: [
        section(
          'Det här vill vi nå',
          'En vuxen tar morgnarna. Tindra kommer till skolan i tid, spelar fotboll igen och har någon att prata med.',
        ),
        section(
          'Så här gör vi',
          'Gunilla kommer hem till familjen varje vardag klockan 6.45 och är med till 8.15. Hanna träffar Tindra på torsdagar klockan 15.30. Hjälpen gäller till den 2 januari 2027.',
        ),
        section(
          'Så ser vi hur det går',
          'Vi ses den 2 oktober 2026. Då går vi igenom ett mål i taget. Tindra säger vad hon tycker först.',
        ),
        section(
          'Vad andra gör',
          'Skolan hjälper Tindra att ta igen det hon har missat. Gunilla frågar inte skolan om något utan att säga till.',
        ),
        section('Kontakt med dem du tycker om', 'Mormor kommer på onsdagar, som förut.'),
        section(
          'När du träffar oss',
          'Tindra och Mira hörs en gång i månaden. Tindra kan skriva till Mira på Mina sidor när hon vill.',
        ),
        section(
          'Vad Tindra och Marie tycker',
          'Tindra är glad över morgnarna. Hon vill byta tid med Hanna när det är match. Marie vill att Gunilla visar henne en sak i taget, så att hon klarar morgnarna själv sedan.',
        ),
      ],
      childTitle: 'Så här gör vi',
      childText:
        'Gunilla kommer på morgonen på vardagar. Då går du till skolan i tid. Du träffar Hanna på torsdagar klockan 15.30. Du ska spela fotboll igen. Den 2 oktober ser vi hur det går. Planen går att ändra. Säg till om något inte känns bra.',
      signedAt: '2026-07-02 16:10',
      signedBy: 'mira',
    },
  ],
  plans: [
    {
      agreedOn: '2026-07-02',
      summary: 'Hjälp på morgnarna och någon att prata med, i sex månader.',
      goals: [
        {
          goal: 'En vuxen tar morgnarna',
          ownWords: 'Jag vill att någon vuxen tar morgnarna.',
          steps: [
            { who: 'Gunilla, stöd hemma', what: 'kommer varje vardag klockan 6.45 och är med till 8.15' },
            { who: 'Marie', what: 'lämnar bröderna på förskolan tillsammans med Gunilla' },
            { who: 'Tindra', what: 'går till skolan i tid' },
          ],
        },
        {
          goal: 'Tindra spelar fotboll igen',
          ownWords: 'Jag vill komma tillbaka till fotbollen.',
          steps: [
            { who: 'Tindra', what: 'tränar på måndagar och onsdagar' },
            { who: 'Marie', what: 'är hemma med bröderna de kvällarna' },
            { who: 'Mira', what: 'hjälper till med avgiften till klubben' },
          ],
        },
        {
          goal: 'Tindra har någon att prata med',
          ownWords: 'Jag vill prata med någon som är bara min.',
          steps: [
            { who: 'Hanna, samtalsstöd', what: 'träffar Tindra på torsdagar klockan 15.30' },
            { who: 'Tindra', what: 'bestämmer vad de pratar om' },
          ],
        },
      ],
    },
  ],
  readers: [full('tindra', '2026-07-02 16:30'), full('marie', '2026-07-02 16:30')],
}
