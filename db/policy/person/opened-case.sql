-- A page asks many views of one case. Each of them checks the signature of the transaction and reads the open cases anew, which
-- is most of what it costs. These are the same views for a case that has been found in open_case already, made from the text of
-- the view, so that a rule is written once. Not granted: whoever calls them has asked open_case in the same function.
do $$
declare
  -- The columns of open_case that the rules ask for.
  opened constant text := '(select $1 as municipality_id, $2 as person_id, $3 as moment, $4 as today, $5 as case_id) c';
  -- Those of acting.
  acting constant text := '(select $1 as municipality_id, $2 as subject_id, $3 as moment) me';
  name text;
  level text;
  rule text;
begin
  -- Who answers in a case on the day of the transaction.
  rule := pg_get_viewdef('case_caseworker'::regclass);
  if array_length(string_to_array(rule, 'acting now'), 1) <> 2 then
    raise exception 'the rule of case_caseworker does not stand on one acting';
  end if;
  execute format('create function caseworkers_on(today date) returns setof case_caseworker language sql stable as %L',
                 replace(rtrim(rule, ';'), 'acting now', '(select $1 as today) now'));

  foreach name in array array['appointment', 'case_line', 'case_stage', 'caseworker', 'deadline', 'document', 'follow_up', 'note',
                              'question_thread', 'remark', 'taken_out'] loop
    rule := pg_get_viewdef(format('person_%s', name)::regclass);
    if array_length(string_to_array(rule, 'open_case c'), 1) <> 2 then
      raise exception 'the rule of person_% does not stand on one open_case', name;
    end if;
    if name = 'caseworker' then rule := replace(rule, 'case_caseworker w', 'caseworkers_on($4) w'); end if;
    execute format('create function opened_%s(municipality uuid, reader uuid, moment timestamptz, today date, of_case uuid)
                      returns setof person_%s language sql stable as %L',
                   name, name, replace(rtrim(rule, ';'), 'open_case c', opened));
  end loop;

  -- And the text of what one of these has told, so that its rule is not asked again: with the title that was told, and of the level
  -- that was, one for each. Where the level is known, what another would show is not made ready.
  foreach name in array array['note', 'document'] loop
    rule := pg_get_viewdef(format('%s_text', name)::regclass);
    if array_length(string_to_array(rule, 'acting me'), 1) <> 3 or array_length(string_to_array(rule, format('person_%s n', name)), 1) <> 3 then
      raise exception 'the two rules of %_text do not stand on one person_% each', name, name;
    end if;
    foreach level in array array['full', 'partial'] loop
      execute format('create function %s_%s_text(municipality uuid, reader uuid, moment timestamptz, told uuid, title text)
                        returns setof %s_text language sql stable as %L',
                     level, name, name, replace(replace(rtrim(rule, ';'), 'acting me', acting), format('person_%s n', name),
                                                format('(select $4 as %s_id, %L::text as level, $5 as title) n', name, level)));
    end loop;
  end loop;
end $$;
