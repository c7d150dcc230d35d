import { inPolicy, type Rule } from './rule.ts'

const post = 'services/worker/notice/digital-post.test.ts'

/** To whom nothing is told by digital post. */
export const digitalPostRules: readonly Rule[] = [
  ...inPolicy('person/notice', [
    [
      'digital post is not offered to whoever is protected, nor sent to them',
      '\n     and not exists (select from person_protection x where x.municipality_id = municipality and x.person_id = to_person and x.valid @> on_day)',
      '',
      post,
    ],
    [
      'digital post is offered where the municipality sends any',
      ' and m.organisation_number is not null',
      '',
      post,
    ],
    [
      'a form of digital post that is not offered adds nothing',
      "by_channel = 'digitalPost' and not may_have",
      "by_channel = 'digitalPost' and false and not may_have",
      post,
    ],
  ]),
  ...inPolicy('service/notice', [
    [
      'no code is sent by digital post once protection has begun',
      'c.code_until > app_now() and channel_is_usable(c)',
      'c.code_until > app_now()',
      post,
    ],
    [
      'nothing is told by digital post once protection has begun',
      'c.stopped_at is null and channel_is_usable(c)',
      'c.stopped_at is null',
      post,
    ],
  ]),
]
