import { inPolicy, type Rule } from './rule.ts'

const survey = 'tests/secrecy/survey.test.ts'
const offered = 'tests/secrecy/survey-offer.test.ts'
const attack = 'tests/secrecy/survey-attack.test.ts'
const help = 'tests/secrecy/survey-help.test.ts'

/** That answers to the survey are nobody's. */
export const surveyRules: readonly Rule[] = [
  ...inPolicy('respondent/answer', [
    [
      'a code is used once',
      'and x.code_hash = of_code and not x.is_used',
      'and x.code_hash = of_code',
      survey,
    ],
    [
      'a code opens nothing outside its round',
      'and r.id = x.round_id and a.today between r.opens_on and r.closes_on\n   where',
      'and r.id = x.round_id\n   where',
      survey,
    ],
    ['two tabs wait for each other', '     for update of x;', '     ;', survey],
  ]),
  ...inPolicy('service/survey', [
    [
      'fewer than ten are not put down while others may come',
      'if cardinality(all_answers) < survey_least_mixed() and not is_over then return false; end if;',
      '',
      survey,
    ],
    [
      'one response for each envelope',
      'if taken <> cardinality(all_answers) or taken <> cardinality(envelopes) then',
      'if false then',
      survey,
    ],
    [
      'the secret of a round is gone with the round',
      'update survey_round r set sealed_secret = null where',
      'update survey_round r set sealed_secret = sealed_secret where',
      survey,
    ],
  ]),
  ...inPolicy('person/survey', [
    ['each sees what they were asked themself', ' and i.person_id = a.subject_id\n', '\n', survey],
    [
      'what can be answered is seen while it can',
      '                          and a.today between i.opens_on and i.closes_on\n',
      '',
      survey,
    ],
  ]),
  ...inPolicy('staff/survey-offer', [
    [
      'who is asked has a part in the case',
      'and p.person_id = to_person and p.valid @> a.today)',
      'and p.valid @> a.today)',
      offered,
    ],
    [
      'who is shut out is not asked',
      'and b.person_id = to_person and b.valid @> a.today)',
      'and false)',
      offered,
    ],
  ]),
  ...inPolicy('staff/survey-help', [
    ['a helper is of another unit', 'and h.unit_id <> s.unit_id\n', '\n', help],
    [
      'nobody with protected data stands in another unit’s list',
      'and not exists (select from person_protection x',
      'and true or exists (select from person_protection x',
      help,
    ],
    ['that a code was seen is in the log', "perform audit_staff('showedSurveyCode', null);", 'null;', help],
  ]),
  {
    rule: 'answers are put down in an order drawn by lot',
    file: 'services/worker/survey/mix-responses.ts',
    text: 'const inOrder = mixing.inOrder ?? shuffled',
    without: 'const inOrder = mixing.inOrder ?? (<T>(things: readonly T[]): T[] => [...things])',
    tests: [attack],
  },
]
