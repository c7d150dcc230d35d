import {
  common,
  counted,
  definite,
  few,
  many,
  neuter,
  number,
  ordinal,
  preposition,
  relative,
  weak,
  writes,
} from './sign-words.ts'

/** Patterns over {@link inContext}. `unsure` is asked after `word`. */
export type Signs = { word: readonly RegExp[]; unsure: readonly RegExp[] }

/** Of signs that a note seldom speaks of. */
const sign: Signs = {
  word: [
    new RegExp(` (?<!${counted} )(?:ett|varje|vilket|inget) (?:${neuter} )*_ [^.]`),
    / (?:inom|utan) _ /,
  ],
  unsure: [
    new RegExp(` (?<!${counted} )(?:ett|varje|vilket|inget) (?:${neuter} )*_ `),
    new RegExp(` ${writes} _ `),
    new RegExp(` ${many} _ `),
    / _ (?:och|eller|samt) $/,
    / _ (?:runt|kring|mellan|betyder|saknas|ska stå|används|innebär) /,
  ],
}

/** A question that ends in one of these may be about signs. */
export const mayCountSigns = new RegExp(
  ` (?:ett|finns|fanns|satt|sätta|sätter|satte|väckt|väcker|lämnat|${few}) _ `,
)

export const nounSigns: ReadonlyMap<string, Signs> = new Map([
  [
    'punkt',
    {
      word: [
        / till _ och pricka /,
        / punkt för _ /,
        / _ för $/,
        new RegExp(` (?:en|varje|vilken|varenda) (?:${common} )*_ [^.]`),
        new RegExp(` (?:någon|ingen|den|denna|min|din|sin|hans|hennes|deras) (?:${common} )+_ [^.]`),
        new RegExp(` (?:\\S+aste|${ordinal}) _ [^.]`),
        new RegExp(` (?:\\S+s|min|din|sin|den|här|där) ${definite} _ [^.]`),
        new RegExp(` ${preposition} ${weak} _ (?:då|där|som|när) `),
        new RegExp(
          ` (?:${preposition}|se|tar|ta|tog|läs|läser|läste|gäller|rör|och|hoppar|denna) _ ${number} `,
        ),
        new RegExp(`^ {2}_ ${number} `),
        new RegExp(`^ ${weak} _ [^.]`),
        / (?:sätta|sätter|satte|sätt) _ för /,
        / (?:\S+ens|\S+ets|\S+nas) _ om /,
      ],
      unsure: [
        new RegExp(` (?:en|varje|vilken|varenda) (?:\\S+ig |${common} )*_ `),
        new RegExp(` (?:någon|ingen|den|denna|min|din|sin|hans|hennes|deras) (?:${definite} |${common} )+_ `),
        new RegExp(` (?:\\S+aste|${ordinal}) _ `),
        new RegExp(` ${weak} _ ${relative} `),
        new RegExp(` ${preposition} (?:den|denna|någon|ingen) _ `),
        / (?:någon|ingen) _ (?:att|på|i|om|av|kvar|mer|till) /,
        new RegExp(` ${definite} _ `),
        new RegExp(` _ (?:${number}|[abcdefgh]|för|och|slut) `),
        / (?:sätta|sätter|satte|sätt|dagordningens|agendans|planens|mötets|listans|beslutets) _ /,
      ],
    },
  ],
  [
    'frågetecken',
    {
      word: [
        new RegExp(` (?<!${counted} )(?:ett|varje|vilket|inget) (?:${neuter} )*_ [^.]`),
        / (?:räta|rätar|rätade|rätat) ut (?:\S+ )?_ /,
        new RegExp(` ${many} _ (?:kring|runt|om|för|kvar|som|att|på) `),
        / _ (?:kring|runt|angående|beträffande) /,
      ],
      unsure: [
        new RegExp(` (?<!${counted} )(?:ett|varje|vilket|inget) (?:${neuter} )*_ `),
        new RegExp(
          ` (?:finns|fanns|kvarstår|återstår|uppstår|väcker|väckte|lämnar|sätter|satte|sätta|satt|väckt|väcker|lämnat|fler|av|utan|med) _ `,
        ),
        new RegExp(` ${many} (?:\\S+ )?_ `),
        / (?:mina|dina|sina|våra|era) _ /,
      ],
    },
  ],
  ['utropstecken', sign],
  ['semikolon', sign],
  ['kommatecken', sign],
  ['procenttecken', sign],
  ['tankstreck', sign],
  ['bindestreck', { word: [...sign.word, / med _ /], unsure: sign.unsure }],
  [
    'citattecken',
    {
      word: sign.word,
      unsure: [
        new RegExp(` (?:${many}|i|med|mellan|sätta|sätter|satte|gör|gjorde|göra) _ `),
        / _ (?:runt|kring) /,
      ],
    },
  ],
  ['vänsterparentes', { word: [/ (?:en|varje|utan) _ /], unsure: [new RegExp(` ${writes} _ `)] }],
  ['högerparentes', { word: [/ (?:en|varje|utan) _ /], unsure: [new RegExp(` ${writes} _ `)] }],
  [
    'kolon',
    {
      word: [
        / (?:ett|varje) _ /,
        / _ (?:ascendens|descendens|transversum|sigmoideum|irritabile) /,
        / (?:cancer|tumör|inflammation|polyper|besvär|divertiklar) (?:i|från|av) _ /,
      ],
      unsure: [
        new RegExp(` (?:${preposition}|hela|hennes|hans|min|din|deras|utan|delar|delen) _ `),
        / _ (?:är|var|blir|blev|har|ska|kan|av|och|samt|eller) /,
      ],
    },
  ],
  [
    'ny rad',
    {
      word: [/ (?:en|varje|denna|på|helt|hel) _ [^.]/, / _ (?:för|efter) $/],
      unsure: [
        new RegExp(` (?:en|varje|denna|helt|hel|någon|ingen|vilken|som|${preposition}) _ `),
        / (?:börja|börjar|började|skriver|skrev|blir|blev|får|fick|är) _ /,
        / _ (?:av|med) /,
      ],
    },
  ],
  [
    'nytt stycke',
    {
      word: [new RegExp(` (?:(?<!${counted} )ett|varje|detta|på|helt|annat) _ [^.]`)],
      unsure: [
        new RegExp(
          ` (?:(?<!${counted} )ett|varje|detta|helt|annat|något|inget|vilket|som|${preposition}) _ `,
        ),
        / (?:läser|läste|läsa|övar|övade|öva|spelar|spelade|spela|sjöng|skriver|skrev|skrivit|börja|börjar|började|får|fick|fått|köpte|blir|blev|är) _ /,
        / _ (?:av|ur) /,
        / _ i (?:boken|texten|noterna|sagan|pjäsen) /,
      ],
    },
  ],
])
