import { inPolicy, type Rule } from './rule.ts'

const room = 'app/attachment/attachment-room.test.ts'
const limits = 'app/attachment/attachment-limits.test.ts'
const waiting = 'app/attachment/waiting-attachment.test.ts'
const looking = 'app/attachment/look-at-attachment.test.ts'
const scan = 'services/worker/attachment/scan-attachments.test.ts'
const scanner = 'services/worker/attachment/clamd.test.ts'

const inCode = (
  file: string,
  rules: readonly (readonly [rule: string, text: string, without: string, test: string])[],
): Rule[] =>
  rules.map(([rule, text, without, test]) => ({ rule, file: `${file}.ts`, text, without, tests: [test] }))

/** That of a file from a person nothing is kept that gives them away, and nobody opens it but the two sides, when it is clean. */
export const attachmentRules: readonly Rule[] = [
  ...inPolicy('person/attachment', [
    [
      'a file of a draft is seen by who writes it',
      ' and d.from_person_id = c.person_id\n  join attachment',
      '\n  join attachment',
      room,
    ],
    [
      'a person sees staff’s file when its message can be read',
      '\n                and case when m.from_person_id is null then m.readable_from else m.sent_at end <= me.moment',
      '',
      waiting,
    ],
    [
      'a person is told no name of staff’s file before it is clean',
      "case when m.from_person_id is not null or a.state = 'clean' then a.name end",
      'a.name',
      waiting,
    ],
    ['a person opens a file when it is clean', " and p.state = 'clean'\n", '\n', scan],
    [
      'a file opens where it was sent',
      '\n                                   and case when of_thread is null then p.is_draft else not p.is_draft and p.thread_id = of_thread end',
      '',
      room,
    ],
    [
      'a file opens in its own case',
      'where p.attachment_id = of_attachment and p.case_id = in_case and p.state',
      'where p.attachment_id = of_attachment and p.state',
      room,
    ],
    [
      'a file is added to a draft of one’s own',
      ' and c.person_id = d.from_person_id\n   where',
      '\n   where',
      room,
    ],
    [
      'a person takes a file off what is not sent',
      'p.case_id = in_case and p.is_draft\n',
      'p.case_id = in_case\n',
      room,
    ],
    ['that a person has opened a file is written', '  if not found_draft then\n', '  if false then\n', room],
  ]),
  ...inPolicy('staff/attachment', [
    [
      'a file of an answer that is being written is seen by who writes it',
      ' and d.from_staff_id = me.subject_id\n  join attachment',
      '\n  join attachment',
      room,
    ],
    [
      'staff see a person’s file when its message can be read',
      '\n                and case when m.from_staff_id is null then m.readable_from else m.sent_at end <= me.moment',
      '',
      room,
    ],
    [
      'staff see files of cases of theirs',
      'join staff_open_case o on o.municipality_id = me.municipality_id\n  join question_thread q on q.municipality_id = o.municipality_id and q.case_id = o.case_id and',
      'join question_thread q on q.municipality_id = me.municipality_id and',
      room,
    ],
    [
      'staff are told no name of a person’s file before it is clean',
      "case when m.from_staff_id is not null or a.state = 'clean' then a.name end",
      'a.name',
      scan,
    ],
    ['staff open a file when it is clean', " and s.state = 'clean';", ';', scan],
    [
      'staff add files in threads of cases of theirs',
      'thread question_thread := open_thread_of_staff(of_thread);',
      'thread question_thread := (select t from question_thread t where t.id = of_thread);',
      room,
    ],
    ['staff take a file off what is not sent', ' and s.is_draft\n', '\n', waiting],
    ['that staff have opened a file is written', '  if not seen.is_draft then\n', '  if false then\n', room],
  ]),
  ...inPolicy('attachment-rules', [
    [
      'a file goes when draft and message are gone',
      'where a.municipality_id = old.municipality_id and a.message_id = old.id\n     and',
      'where false and a.message_id = old.id\n     and',
      room,
    ],
    [
      'a file is not larger than the municipality takes',
      "  if (file ->> 'size')::int > limits.most_file_bytes then return 'tooLarge'; end if;\n",
      '',
      limits,
    ],
    [
      'a message has no more files than the municipality takes',
      '>= limits.most_files then',
      '>= 1000 then',
      limits,
    ],
    [
      'where there is a scanner a file waits for it',
      "case when must_wait then 'waiting' else 'clean' end, app_now(),\n            case when must_wait then app_now() end",
      "'clean', app_now(), null",
      scan,
    ],
  ]),
  ...inPolicy('service/attachment', [
    ['two scan each file once', ' limit 1 for update skip locked) next', ' limit 1) next', scan],
    [
      'a file in which something was found is erased',
      ',\n           sealed = case when not is_infected then a.sealed end',
      '',
      scan,
    ],
    [
      'the first word of the scanner stands',
      " and a.state = 'waiting'\n    returning",
      '\n    returning',
      waiting,
    ],
  ]),
  ...inCode('app/attachment/look-at-attachment', [
    [
      'an iPhone’s HEIC is refused by name',
      "  if (kind === 'heic') return { refused: 'heic' }\n",
      '',
      looking,
    ],
    [
      'neither picture nor PDF is refused',
      "  if (kind === 'other') return { refused: 'kind' }\n",
      '',
      looking,
    ],
    [
      'a PDF that is an archive too is refused',
      "  if (isArchiveToo(bytes)) return { refused: 'twoKinds' }\n",
      '',
      looking,
    ],
    ['a PDF is looked into', '    await inspectUpload(bytes)\n', '', looking],
  ]),
  ...inCode('app/attachment/picture/remake-picture', [
    [
      'of a picture place and camera go',
      'const picture = sharp(bytes, reading)\n',
      'const picture = sharp(bytes, reading).keepMetadata()\n',
      looking,
    ],
    [
      'a picture of too many pixels is not unfolded',
      "    if (width * height > mostPixels) return { refused: 'tooManyPixels' }\n",
      '',
      looking,
    ],
    [
      'three kinds of picture are read, whatever the library knows',
      "sharp.block({ operation: ['VipsForeignLoad'] })\n",
      '',
      'app/attachment/picture/remake-picture.test.ts',
    ],
  ]),
  ...inPolicy('person/attachment', [
    [
      'one adds no more in a day than the municipality takes',
      "    return 'tooMuchToday';\n",
      '    null;\n',
      limits,
    ],
    [
      'what others add counts for nobody else',
      '\n     and app_subject() in (m.from_person_id, d.from_person_id)\n',
      '\n',
      limits,
    ],
  ]),
  ...inCode('app/attachment/picture/picture-process', [
    [
      'a picture that unfolds into too much memory ends its own process',
      'limitProcess({ bytes: 600_000_000, seconds: 30 })\n',
      '',
      looking,
    ],
  ]),
  ...inCode('app/attachment/picture/remake-apart', [
    [
      'no more pictures wait than there is room for',
      "  if (line.isFull) return { refused: 'busy' }\n",
      '',
      looking,
    ],
  ]),
  ...inCode('app/attachment/collect-file', [
    [
      'half a file is not taken for a whole one',
      "  if (isCut()) return { refused: 'cut' }\n",
      '',
      'app/attachment/new-attachment.test.ts',
    ],
  ]),
  ...inCode('app/document/upload/collect-upload', [
    [
      'no more of a file is held than may be kept',
      "    if (size > mostUploadBytes) throw new UploadRefusal('tooLarge')\n",
      '',
      'app/attachment/new-attachment.test.ts',
    ],
  ]),
  ...inCode('app/attachment/sealed-file', [
    ['a file is sealed for its own row', '`attachment ${attachmentId}`\n', "'attachment'\n", room],
  ]),
  ...inCode('app/attachment/attachment-answer', [
    [
      'a file from outside runs nothing in the browser',
      "    'Content-Security-Policy': \"default-src 'none'; sandbox\",\n",
      '',
      'app/attachment/attachment-answer.test.ts',
    ],
    [
      'a PDF from outside is not opened in the page',
      "type === 'application/pdf' ? 'attachment' : 'inline'",
      "'inline'",
      'app/attachment/attachment-answer.test.ts',
    ],
  ]),
  ...inCode('services/worker/attachment/clamd', [
    [
      'what the scanner did not say of a file is not taken for clean',
      "if (/^stream: OK$/.test(answer)) return 'clean'",
      "if (!/ FOUND$/.test(answer)) return 'clean'",
      scanner,
    ],
  ]),
]
