import { expect, test } from 'vitest'
import { applySpokenCommands, continueText } from './spoken-commands.ts'
import stories from './stories.json' with { type: 'json' }

test('there are seventeen dictated notes', () => {
  expect(stories).toHaveLength(17)
})

test.each(stories)('the dictation of $key gives exactly its text', ({ dictated, text }) => {
  expect(applySpokenCommands(dictated, 'spoken')).toBe(text)
})

test.each(stories)('$key cut into two phrases at any blank gives the same text', ({ dictated, text }) => {
  const words = dictated.split(' ')
  for (let cut = 1; cut < words.length; cut++) {
    const phrases = [words.slice(0, cut), words.slice(cut)]
    const whole = phrases.reduce((draft, phrase) => continueText(draft, phrase.join(' '), 'spoken'), '')
    expect(whole, `cut before "${words[cut]!}"`).toBe(text)
  }
})

test.each(stories)('$key cut into phrases of any length gives the same text', ({ dictated, text }) => {
  const words = dictated.split(' ')
  for (let length = 1; length <= 12; length++) {
    let draft = ''
    for (let at = 0; at < words.length; at += length) {
      draft = continueText(draft, words.slice(at, at + length).join(' '), 'spoken')
    }
    expect(draft, `${length} words at a time`).toBe(text)
  }
})

test.each(stories)('what is said of $key later changes nothing before, but for the end', ({ dictated }) => {
  const words = dictated.split(' ')
  let draft = ''
  for (const word of words) {
    const next = continueText(draft, word, 'spoken')
    const isCommandsSecondHalf = /^(?:rad|stycke|komma)$/.test(word)
    if (!isCommandsSecondHalf) expect(next.startsWith(draft)).toBe(true)
    draft = next
  }
})

// Without engine punctuation: a command unless the words around make it a word.
test.each([
  ['vi gick igenom planen punkt för punkt', 'Vi gick igenom planen punkt för punkt'],
  ['vi gick igenom planen punkt för punkt punkt', 'Vi gick igenom planen punkt för punkt.'],
  ['det är en punkt vi måste ta upp punkt', 'Det är en punkt vi måste ta upp.'],
  ['det var en viktig punkt för henne punkt', 'Det var en viktig punkt för henne.'],
  ['hon vill inte sova där en natt punkt', 'Hon vill inte sova där en natt.'],
  ['vi tar punkt tre först punkt', 'Vi tar punkt tre först.'],
  ['se punkt 3 i planen punkt', 'Se punkt 3 i planen.'],
  ['hon följer planen till punkt och pricka punkt', 'Hon följer planen till punkt och pricka.'],
  ['mötets sista punkt är skolan punkt', 'Mötets sista punkt är skolan.'],
  ['vid den tidpunkten var kokpunkten nådd punkt', 'Vid den tidpunkten var kokpunkten nådd.'],
  ['vilket sjukhus hon är på punkt', 'Vilket sjukhus hon är på.'],
  ['innan jag sparar den punkt', 'Innan jag sparar den.'],
  ['hon vill komma hem punkt', 'Hon vill komma hem.'],
  ['kan hon inte komma hem frågetecken', 'Kan hon inte komma hem?'],
  ['de försöker att komma överens punkt', 'De försöker att komma överens.'],
  ['hon kommer i morgon komma säger hon punkt', 'Hon kommer i morgon, säger hon.'],
  ['hon vill ordet komma hem punkt', 'Hon vill komma hem.'],
  ['skriv ordet ny rad i rutan punkt', 'Skriv ny rad i rutan.'],
  ['hon tog ordet och berättade punkt', 'Hon tog ordet och berättade.'],
  ['vi skriver på en ny rad punkt', 'Vi skriver på en ny rad.'],
  ['det blev ett helt nytt stycke punkt', 'Det blev ett helt nytt stycke.'],
  ['sätt ett kolon där punkt', 'Sätt ett kolon där.'],
  ['namnet skrivs med bindestreck punkt', 'Namnet skrivs med bindestreck.'],
  ['Elias Holm bindestreck Brandt är med punkt', 'Elias Holm-Brandt är med.'],
  ['för bindestreck och nackdelar punkt', 'För- och nackdelar.'],
  ['planen vänsterparentes version två högerparentes gäller punkt', 'Planen (version två) gäller.'],
  ['hon är i skolan 40 procenttecken av tiden punkt', 'Hon är i skolan 40 % av tiden.'],
  ['hon tankstreck och bara hon tankstreck vet punkt', 'Hon – och bara hon – vet.'],
  ['hon sover semikolon han vakar punkt', 'Hon sover; han vakar.'],
  ['vad bra utropstecken utropstecken hon log punkt', 'Vad bra! Hon log.'],
  ['citattecken kom hit utropstecken citattecken sa hon punkt', '”Kom hit!” sa hon.'],
  [
    'han sa citattecken jag går nu punkt citattecken sedan gick han punkt',
    'Han sa ”jag går nu.” Sedan gick han.',
  ],
  ['citattecken ja citattecken komma sa hon', '”Ja”, sa hon'],
  ['hon frågar citattecken varför frågetecken citattecken punkt', 'Hon frågar ”varför?”.'],
  [
    'vi ses kl. 14.40 punkt hon är med m.m. punkt sedan går vi',
    'Vi ses kl. 14.40. Hon är med m.m. Sedan går vi',
  ],
  ['nytt stycke nytt stycke början nytt stycke ny rad nytt stycke slut', 'Början\n\nSlut'],
  ['punkt', ''],
  ['', ''],
])('spoken without engine marks: "%s"', (said, text) => {
  expect(applySpokenCommands(said, 'spoken')).toBe(text)
})

// With engine punctuation: a command only where it stands alone.
test.each([
  ['Hon sov hela natten. Punkt. Nytt stycke.', 'Hon sov hela natten.\n\n'],
  ['Hon sov hela natten punkt. Nytt stycke. Hon åt.', 'Hon sov hela natten.\n\nHon åt.'],
  ['Hon sov hela natten, punkt, nytt stycke, hon åt.', 'Hon sov hela natten.\n\nHon åt.'],
  ['Vad vill du? Frågetecken?', 'Vad vill du?'],
  ['Vad vill du. Frågetecken.', 'Vad vill du?'],
  ['Vad vill du frågetecken?', 'Vad vill du?'],
  ['Bedömning. Kolon. Hon behöver skydd.', 'Bedömning: Hon behöver skydd.'],
  ['Hon lagar mat. Komma. Lämnar bröderna.', 'Hon lagar mat, Lämnar bröderna.'],
  ['Hon vill komma tillbaka. Hon kan komma i morgon.', 'Hon vill komma tillbaka. Hon kan komma i morgon.'],
  ['Låt dem komma hit.', 'Låt dem komma hit.'],
  ['Det är min svaga punkt, sa hon.', 'Det är min svaga punkt, sa hon.'],
  ['Vid en given punkt. Sedan gick hon.', 'Vid en given punkt. Sedan gick hon.'],
  ['Det är den känsligaste punkten.', 'Det är den känsligaste punkten.'],
  ['Punkt tre gäller skolan.', 'Punkt tre gäller skolan.'],
  ['Punkt för punkt gick vi igenom den.', 'Punkt för punkt gick vi igenom den.'],
  ['Det kom ny rad av bekymmer.', 'Det kom ny rad av bekymmer.'],
  ['Tindra säger citattecken, jag är trött, citattecken.', 'Tindra säger ”jag är trött,”'],
  ['Hon kom t.ex. inte hem. Hon sov m.m.', 'Hon kom t.ex. inte hem. Hon sov m.m.'],
  ['Han sa "nej". Punkt.', 'Han sa "nej".'],
])('spoken with engine marks: "%s"', (said, text) => {
  expect(applySpokenCommands(said, 'spoken')).toBe(text)
})

test.each([
  ['Hon sov hela natten. Nytt stycke. Hon åt.', 'Hon sov hela natten.\n\nHon åt.'],
  ['Uppföljning: Ny rad. 19 maj. Ny rad. 25 augusti.', 'Uppföljning:\n19 maj.\n25 augusti.'],
  ['Ny rad.', '\n'],
  ['Hon sov hela natten. Punkt. Nytt stycke.', 'Hon sov hela natten. Punkt.\n\n'],
  ['Vi börjar på en ny rad.', 'Vi börjar på en ny rad.'],
  ['Hon skriver ett nytt stycke. Han läser.', 'Hon skriver ett nytt stycke. Han läser.'],
  ['Nytt stycke i boken, sa hon.', 'Nytt stycke i boken, sa hon.'],
  ['Hon vill komma hem. Kolon är ett ord.', 'Hon vill komma hem. Kolon är ett ord.'],
  ['Är det ett frågetecken?', 'Är det ett frågetecken?'],
  ['Hon tog ordet. Ny rad.', 'Hon tog ordet.\n'],
])('automatic: "%s"', (said, text) => {
  expect(continueText('Text', said, 'automatic')).toBe(text.startsWith('\n') ? `Text${text}` : `Text ${text}`)
})

test('switched off, the text stays as the engine wrote it', () => {
  expect(applySpokenCommands(' Punkt. Nytt stycke.  Komma ', 'off')).toBe('Punkt. Nytt stycke.  Komma')
  expect(applySpokenCommands('ny rad', 'off', 'Hej')).toBe(' ny rad')
  expect(applySpokenCommands('ny rad', 'off', 'Hej\n')).toBe('ny rad')
  expect(applySpokenCommands(' ', 'off', 'Hej')).toBe('')
})

test.each([
  ['Hon sov.', 'han åt', ' Han åt'],
  ['Hon sov', 'hela natten', ' hela natten'],
  ['Hon sov ', 'hela natten', 'hela natten'],
  ['Hon sov.\n', 'han åt', 'Han åt'],
  ['Hon såg t.ex.', 'honom', ' honom'],
  ['Hon sov kl.', 'tio', ' tio'],
  ['Hon säger ”', 'jag går', 'jag går'],
  ['Hon sov. ”', 'jag går', 'Jag går'],
  ['Hon säger ”jag', 'går citattecken punkt', ' går”.'],
  ['Hon säger ”jag går”', 'citattecken ja citattecken', ' ”ja”'],
  ['Hon säger ”jag går”', 'och går', ' och går'],
  ['Hon frågar ”varför?”', 'och går', ' och går'],
  ['Hon säger ”jag går.”', 'hon går', ' Hon går'],
  ['Planen (', 'version två högerparentes', 'version två)'],
  ['', 'hon sov', 'Hon sov'],
  ['Hon sov.\n\n', 'nytt stycke han åt', 'Han åt'],
  ['Hon sov.\n', 'nytt stycke han åt', '\nHan åt'],
])('after "%s", "%s" is appended as "%s"', (before, said, text) => {
  expect(applySpokenCommands(said, 'spoken', before)).toBe(text)
})

test.each([
  ['Kommer du.', 'Frågetecken.', 'Kommer du?'],
  ['Hon lagar mat.', 'Komma.', 'Hon lagar mat,'],
  ['Hon sov.', 'Punkt. Nytt stycke.', 'Hon sov.\n\n'],
  ['Hon sov  ', 'punkt', 'Hon sov.'],
  ['Hon sov m.m.', 'punkt', 'Hon sov m.m.'],
  ['Hon sov. Nytt', 'stycke han åt', 'Hon sov.\n\nHan åt'],
  ['Hon vill ordet', 'komma hem', 'Hon vill komma hem'],
  ['Hon fick en ny', 'rad att läsa', 'Hon fick en ny rad att läsa'],
  ['Hon är ny', 'i klassen', 'Hon är ny i klassen'],
  ['Nytt', 'stycke', ''],
])('a phrase completes what the text ends in: "%s" + "%s"', (before, said, text) => {
  expect(continueText(before, said, 'spoken')).toBe(text)
})

test('nothing but the end is ever changed, whatever the text before', () => {
  const befores = [
    'Hon sov. Nytt',
    'A ”b',
    '  ',
    'x,,,',
    '…\n\n\n',
    'en ny',
    '((',
    'å.ä.ö.',
    'punkt punkt',
    '-',
  ]
  const phrases = [
    'stycke',
    'punkt',
    'citattecken',
    'ny rad',
    'hej',
    'Komma.',
    '',
    '?!',
    '”',
    'bindestreck a',
  ]
  for (const before of befores) {
    for (const phrase of phrases) {
      for (const mode of ['automatic', 'spoken', 'off'] as const) {
        const text = continueText(before, phrase, mode)
        expect(text.startsWith(before.slice(0, -6)), `${before} + ${phrase}`).toBe(true)
      }
    }
  }
})

test.each([
  'punkt ',
  'ny ',
  'citattecken ',
  'ordet ',
  '. ',
  '" ',
  'a',
  'ny\n',
  ', komma ',
  'en viktig ',
  '((((',
  '\n',
])('ten thousand characters of "%s" do not keep it busy', (part) => {
  const text = part.repeat(Math.ceil(10_000 / part.length))
  for (const mode of ['automatic', 'spoken', 'off'] as const)
    expect(continueText(text, text, mode)).toBeTruthy()
})
