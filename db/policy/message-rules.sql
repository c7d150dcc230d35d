-- What a municipality says of drafts on a day; the table's own defaults where it has said nothing. Not granted.
create function draft_limits(municipality uuid, on_day date) returns table (most_drafts int, draft_days int)
language sql stable set search_path = public, pg_temp as $$
  select coalesce(max(r.most_drafts), 20), coalesce(max(r.draft_days), 180)
    from message_rule r where r.municipality_id = municipality and r.valid @> on_day
$$;
