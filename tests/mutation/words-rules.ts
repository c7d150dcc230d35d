import { inPolicy, type Rule } from './rule.ts'

const staffWords = 'app/routes/staff/staff-words.test.ts'
const meetings = 'app/appointment/look-at-meeting.test.ts'

const none = 'const looked: LookedWords[] = []'
const ofMeetingWords = (deed: string, to: string): Rule => ({
  rule: `words of staff, ${deed}, are looked at before they are sent`,
  file: 'app/appointment/change-by-form.ts',
  text: `const looked = await lookAtMeetingWords(tx, { meeting: before, text${to}, seen }, keys)`,
  without: none,
  tests: [staffWords],
})

/** That what staff write to a person is looked at for what is others', and that no word anybody wrote is cut off. */
export const wordsRules: readonly Rule[] = [
  {
    rule: 'words of staff in an answer are looked at before they are sent',
    file: 'app/routes/staff/thread.tsx',
    text: 'const looked = await lookAtAnswer(tx, asker, { text, seen }, keys)',
    without: none,
    tests: [staffWords],
  },
  {
    rule: 'words of staff in names of files are looked at before they are sent',
    file: 'app/message/look-at-answer.ts',
    text: '[text, ...names]',
    without: '[text]',
    tests: [staffWords],
  },
  {
    rule: 'words of staff in a new meeting are looked at before anybody is told of it',
    file: 'app/routes/staff/new-appointment.tsx',
    text: 'const looked = await lookAtMeeting(tx, { caseId: found.id, facts, before: null, seen }, keys)',
    without: none,
    tests: [staffWords],
  },
  {
    rule: 'words of staff in a meeting that is changed are looked at before anybody is told of it',
    file: 'app/appointment/change-by-form.ts',
    text: 'const looked = await lookAtMeeting(tx, { caseId: before.caseId, facts, before, seen }, keys)',
    without: none,
    tests: [staffWords],
  },
  ofMeetingWords('why it is called off', ', to: null'),
  ofMeetingWords('what became of a point', ": words ?? '', to: writer"),
  ofMeetingWords('an answer to another time', ', to: asker'),
  {
    rule: 'words of staff are looked at for each who is told the place',
    file: 'app/appointment/look-at-meeting.ts',
    text: '...(showsPlace ? [place, placeNote] : [])',
    without: '',
    tests: [meetings],
  },
  {
    rule: 'words of staff with another’s number are not sent, whatever has been ticked',
    file: 'app/disclosure/look-at-words.ts',
    text: 'foreignNumbers.length === 0 && ',
    without: '',
    tests: [staffWords],
  },
  ...inPolicy('staff/answer-thread', [
    [
      'no words are cut off from an answer that is taken back',
      "concat_ws(E'\\n\\n', excluded.text, nullif(d.text, ''))",
      "left(concat_ws(E'\\n\\n', excluded.text, nullif(d.text, '')), 10000)",
      'app/message/joined-draft.test.ts',
    ],
  ]),
  ...inPolicy('staff/merge-person', [
    [
      'no words are cut off from what two who are one asked for',
      "set text = k.text || E'\\n\\n' || g.text",
      "set text = left(k.text || E'\\n\\n' || g.text, 2000)",
      'tests/secrecy/merge-words.test.ts',
    ],
  ]),
]
