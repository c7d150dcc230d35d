import { inPolicy, type Rule } from './rule.ts'

const together = 'tests/secrecy/read-together.test.ts'
const tries = 'tests/secrecy/together-tries.test.ts'
const marks = 'tests/secrecy/read-together-marks.test.ts'

/** That a child's device reads one list, with the child's own eyes, while staff may read with it. */
export const togetherRules: readonly Rule[] = [
  ...inPolicy('staff/read-together', [
    [
      'staff prepare with the child of a case of theirs',
      'where o.case_id = of_case and c.child_id = with_child) then return null; end if;',
      'where c.child_id = with_child) then return null; end if;',
      together,
    ],
    [
      'a list holds notes of the case alone',
      "and n.id = (i.value ->> 'id')::uuid and n.case_id = of_case",
      "and n.id = (i.value ->> 'id')::uuid",
      together,
    ],
    [
      'a reading that was opened gets no new code',
      ' and r.begun_at is null and r.ended_at is null\n    returning',
      '\n    returning',
      together,
    ],
    [
      'a list that is sent again is as it was sent last',
      '    delete from read_together_item i where i.municipality_id = a.municipality_id and i.read_together_id = made;\n',
      '',
      together,
    ],
    [
      'who is there is as it was sent last',
      'set level = at_level, company = with_company, company_name = named, prepared_at',
      'set level = at_level, prepared_at',
      together,
    ],
    [
      'the form sent again keeps its own code',
      'where s.code_hash = code and r.id is null)',
      'where s.code_hash = code)',
      'app/routes/staff/read-together.test.ts',
    ],
  ]),
  ...inPolicy('service/read-together', [
    ['a late code opens nothing', '= code and s.code_until > now()', '= code', together],
    [
      'a network is known while its code holds',
      's.network_hash = network and s.code_until > now()',
      's.network_hash = network',
      tries,
    ],
    [
      'a code taken back opens nothing',
      ' and x.id = s.read_together_id and x.ended_at is null\n',
      ' and x.id = s.read_together_id\n',
      together,
    ],
  ]),
  ...inPolicy('together/reading', [
    ['a device is closed after the hour', 's.last_moment <= now() or ', '', together],
    [
      'a device is closed when the case is lost',
      ' or not is_open_to_staff(municipality, s.staff_id, s.case_id, today)',
      '',
      together,
    ],
    ['the database finds one reading by its own token', ' and x.token_hash = token;', ';', together],
    [
      'what the child may not read is not in the list',
      "when 'document' then d.document_id is not null",
      "when 'document' then true",
      together,
    ],
    ['each text that is read is logged', '  perform log_together(at_position, note, null);\n', '', together],
    ['a mark is kept once', '\n       and i.mark is distinct from pressed;', ';', marks],
  ]),
  ...inPolicy('person/access-log', [
    [
      'what was read together is told to the child alone',
      "a.action not in ('readCase', 'readTogether') or c.is_own",
      "a.action <> 'readCase' or c.is_own",
      together,
    ],
  ]),
  ...inPolicy('service/session', [
    [
      'whoever signs in anew ends what they read with a child',
      "  select end_readings_of(municipality, subject) where for_kind = 'staff';\n",
      '',
      together,
    ],
  ]),
]
