-- Everything that was said or done under an id still belongs to whoever that id goes on as.

-- Speakers by the ids they have now. A signed text is locked, so it keeps the ids it was signed with.
create function speakers_now(municipality uuid, paragraphs jsonb) returns jsonb language sql stable set search_path = public, pg_temp as $$
  select case when exists (select from person x where x.municipality_id = municipality and x.merged_into is not null)
         then coalesce((select jsonb_agg(case when x.id is null then p.value
                                              else p.value || jsonb_build_object('speakerId', x.merged_into) end order by p.ordinality)
                          from jsonb_array_elements(paragraphs) with ordinality p
                          left join person x on x.municipality_id = municipality and x.id = (p.value ->> 'speakerId')::uuid
                                            and x.merged_into is not null), '[]')
         else paragraphs end
$$;

-- Every id that is this person's, the own one first. Not granted.
create function ids_of_person(municipality uuid, whose uuid) returns setof uuid language sql stable rows 1 begin atomic
  select whose union all select x.id from person x where x.municipality_id = municipality and x.merged_into = whose;
end;
