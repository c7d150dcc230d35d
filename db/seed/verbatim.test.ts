import { expect, test } from 'vitest'
import { textsOf } from '../../app/document/content/texts-of.ts'
import { stories } from './stories.ts'

// The notes as the stories tell them, word for word: ¶ parts paragraphs and ⏎ lines.
const told: Record<string, string> = {
  A1: 'Skyddsbedömning ¶ Kuratorn på Tindras skola ringer klockan 14.40. Tindra har varit borta mycket från skolan sedan januari. Hon har berättat för kuratorn att hon tar hand om sina två småbröder, eftersom mamma är sjuk och sover mycket. ¶ Jag pratar med Tindra i telefon klockan 15.10. Hon säger att ingen är dum mot henne och att hon känner sig trygg hemma i kväll. Mormor kommer och sover över. ¶ Bedömning: Tindra och bröderna behöver inte omedelbart skydd i dag. Jag ringer Tindra igen i morgon klockan 8.30.',
  A2: 'Möte i förhandsbedömningen med Tindra och hennes mamma Marie. Kuratorn är med den första halvtimmen. ¶ Marie berättar att hon har haft det svårt sedan i höstas. Hon får hjälp på vårdcentralen men orkar inte alltid gå upp på morgonen. Tindra säger att hon vill gå i skolan men att någon måste lämna bröderna på förskolan. ¶ Marie tycker att det är bra att vi hör av oss. Tindra vill veta vad som händer nu och vem som får läsa det jag skriver. Jag visar hur hon loggar in på Mina sidor.',
  A3: 'Enskilt samtal med Tindra på kontoret. Vi läser igenom utredningsplanen tillsammans. ¶ Tindra säger ”jag är som en extra mamma”. Hon lagar mat, lämnar bröderna på förskolan varje morgon och hjälper till vid läggning. Hon är ofta trött och har tappat kontakten med två kompisar. Hon vill komma tillbaka till fotbollen. ¶ Vad vill du att vi ska göra? Tindra önskar att någon vuxen kan ta morgnarna. Hon är orolig för att mamma ska bli ledsen av det som står i utredningen. ¶ Jag läser upp anteckningen för Tindra innan jag sparar den.',
  A4: 'Hembesök hos familjen klockan 16 till 17.30. Tindra, Marie och båda bröderna är hemma. ¶ Det är varmt och städat i lägenheten. Marie har lagat mat. Hon berättar att hon har fått ny medicin och mår bättre sedan två veckor. Bröderna visar sina rum och leker med mig på golvet. ¶ Vi pratar om morgnarna. Marie säger att hon skäms men att hon gärna tar emot hjälp. Tindra säger att det känns skönt att mamma säger det högt.',
  A5: 'Kommunicering av beslutsunderlaget. ¶ Tindra och Marie får läsa hela förslaget på Mina sidor från och med i dag. De kan lämna synpunkter till och med den 23 juni. Jag har ringt båda och frågat om de hellre vill läsa på papper eller träffas. ¶ Tindra väljer att läsa i mobilen och vill ses efteråt. Marie vill träffas. Vi bokar tid den 16 juni klockan 15.',
  A6: 'Beslut fattat av enhetschefen på delegation. ¶ Familjen får en kontaktfamilj för bröderna varannan helg och stöd hemma på vardagsmorgnar under sex månader. Tindra får samtalsstöd en gång i veckan. Marie och Tindra säger ja till hjälpen. ¶ Jag berättar hur man gör om man inte håller med om beslutet, och att jag hjälper till om någon av dem vill skriva. Nästa steg är en genomförandeplan den 2 juli.',
  B1: 'Läraren i Elias klass ringer klockan 8.40. Elias har ett blåmärke på armen och berättar att han är rädd för att gå hem i dag. ¶ Skyddsbedömning: Elias behöver skydd i dag. Jag åker till skolan klockan 10.30. Utredning inleds i dag. Polisanmälan görs.',
  B2: 'Samtal med Elias i skolan. Läraren sitter med i början för att Elias vill det. ¶ Elias ritar medan vi pratar. Han säger ”pappa blir jättearg och tar hårt i mig”. Han vill träffa mamma men vet inte var hon bor. Han är rädd att pappa ska bli arg för att han har berättat. ¶ Jag säger till Elias att det är de vuxnas ansvar att det är tryggt och att han gjorde rätt som berättade. Jag berättar vad som händer i eftermiddag.',
  B3: 'Jag ringer Peter klockan 16.20 och berättar att Elias inte kommer hem i dag. Peter säger att det är ett missförstånd och att han inte har gjort Elias illa. Han vill inte att Elias bor någon annanstans, inte ens för en natt. ¶ Peter blir ledsen och arg. Han frågar vem som har ringt och var Elias är. Jag svarar att jag inte kan säga det nu. ¶ Jag berättar att han kan få ett offentligt biträde som staten betalar och att domstolen snabbt prövar beslutet.',
  B4: 'Samtal med Sara på numret i den skyddade delen av akten. ¶ Sara är inlagd på sjukhus till och med torsdag och kan inte ta hem Elias nu. Hon säger ja till att Elias bor i ett jourhem så länge. Hon är rädd att Peter ska få veta var hon bor eller vilket sjukhus hon är på. ¶ Den här anteckningen får inte visas för Peter.',
  B5: 'Nämndens ordförande har klockan 18.05 beslutat att omedelbart omhänderta Elias enligt 6 § LVU. Ordföranden har skrivit under med BankID i mobilen. ¶ Jag åker med Elias till jourhemmet. Han har sin ryggsäck, gosekaninen och en bild på mamma med sig. Han äter pannkakor och somnar klockan 20. ¶ Ordföranden har också beslutat att Peter inte får veta var Elias bor och att de inte träffas just nu. De besluten går att överklaga.',
  C1: 'Vi skriver genomförandeplanen tillsammans med Alva, Henrik och Lina. ¶ Målet är att det blir mindre bråk hemma och att Alva kan sova lugnt. Vi ses en gång i veckan fram till sommaren. Alva vill ha en egen stund på varje möte där hon bestämmer vad vi pratar om. ¶ Uppföljning: ⏎ 19 maj ⏎ 25 augusti',
  C2: 'Uppföljning i halvtid. Alva säger att det är lite bättre, kanske en femma av tio. Det är bäst på vardagar och svårast när hon byter hus på söndagar. ¶ Henrik säger att de har slutat skrika i hallen. Lina håller med men tycker att det är svårt med tiderna. ¶ Vi ändrar planen så att bytet sker efter skolan på måndagar. Det var Alvas idé.',
  C3: 'Uppföljning av familjebehandlingen. Alva, Henrik, Lina och Yasmin är med. ¶ Alva säger ”nu är det mest vanligt hemma”. Hon sover hela natten och har haft kompisar hemma två gånger i sommar. Henrik och Lina har en gemensam kalender för tiderna. ¶ Alva vill sluta men vill kunna träffa Yasmin en gång till i höst. Alla tycker att det är ett bra förslag.',
  C4: 'Jag berättar för Alva, Henrik och Lina om enkäten. Den är frivillig och jag får inte se vad någon har svarat. ¶ Den som vill kan få hjälp att läsa av Nina från en annan enhet.',
  C5: 'Beslut om att avsluta familjebehandlingen. Målen i genomförandeplanen är uppnådda. ¶ Alva får ett eget brev på Mina sidor. Där står vad vi har gjort, vem hon kan ringa och att hon får höra av sig igen när hon vill.',
}

// Texts for a child that the stories give.
const shownToElias: Record<string, string> = {
  B2: 'Samira kom till din skola. Du ritade och berättade. Det var bra att du berättade. Du har inte gjort något fel. Vuxna ska se till att du är trygg.',
  B5: 'I natt sover du hos en snäll familj som brukar ta emot barn. Du har din kanin och bilden på mamma. Mamma vet att du är där. Samira kommer till dig i morgon. Du får fråga om vad du vill.',
}

const notes = new Map(stories.flatMap((story) => story.notes).map((note) => [note.key, note]))

test.each(Object.entries(told))(
  'note %s says exactly what the story says, paragraph by paragraph',
  (key, text) => {
    const parts = notes.get(key)!.text.map((paragraph) => paragraph.text)
    for (const paragraph of text.split(' ¶ ')) {
      const verbatim = paragraph.replaceAll(' ⏎ ', '\n')
      // A paragraph may mix voices; no part of a note reaches over its end.
      let length = 0
      const taken: string[] = []
      while (length < verbatim.length && parts.length > 0) {
        taken.push(parts.shift()!)
        length = taken.join(' ').length
      }
      expect(taken.join(' ')).toBe(verbatim)
    }
    expect(parts).toEqual([])
  },
)

test.each(Object.entries(shownToElias))(
  'the child text of note %s is the one the story gives',
  (key, text) => {
    expect(notes.get(key)!.childText).toBe(text)
  },
)

test('the sixteen notes are all there, and the one that is written after the demo clock is not', () => {
  expect([...notes.keys()].filter((key) => /^[ABC]/.test(key)).sort()).toEqual(Object.keys(told).sort())
  expect(notes.has('B6')).toBe(false)
})

const documents = new Map(
  stories.flatMap((story) => story.documents).map((document) => [document.key, document]),
)
const wordsOf = (key: string) =>
  documents.get(key)!.versions.map(({ sections }) => sections.flat().flatMap(textsOf).join(' '))

test('Alva gets her letter as it was written, without the unproved sentence on the telephone bill', () => {
  expect(wordsOf('alva/letter')).toEqual([
    'Hej Alva! Nu är vi klara. Du och din familj har träffat Yasmin sedan i februari. Du hade en idé om när du skulle byta hus. Den blev bra. Du har jobbat hårt. I höst får du träffa Yasmin en gång till om du vill. Blir det jobbigt igen? Ring Olle. Du kan också ringa Bris, 116 111. Hälsningar Olle',
  ])
})

test.each([
  'Det här har hänt Nämndens ordförande har beslutat att Elias ska vara omhändertagen just nu (6 § LVU). Beslutet gäller direkt.',
  'Vad händer nu? Domstolen (förvaltningsrätten) prövar om beslutet ska stå kvar. Vi skickar det till domstolen senast den 21 september. Du behöver inte göra något för att det ska ske. Du får säga vad du tycker, och du kan begära att få komma till domstolen och prata.',
  'Du kan få hjälp Du kan få ett offentligt biträde, ofta en advokat. Staten betalar.',
  'Det här kan du överklaga nu: var Elias ska bo till att börja med, att ni inte träffas just nu, och att du inte får veta var han bor. Skriv senast den 6 oktober. Skicka det till oss, så skickar vi det vidare. Skriv vilket beslut det gäller och hur du vill att det ska ändras.',
  'Själva omhändertagandet kan du inte överklaga till domstolen, för domstolen prövar det ändå. När domstolen har bestämt får du veta hur du överklagar domstolens beslut.',
  'Kvittot När du skriver under visar du bara att du har fått beslutet.',
  'Mår du dåligt? Ring 1177 eller 112 om det är akut. Du kan ringa Samira vardagar 8–16.',
])('Peter is told how to appeal in the words of the story: %s', (words) => {
  expect(wordsOf('elias/appeal-peter')[0]).toContain(words)
})
