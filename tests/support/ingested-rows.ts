import type { IngestWorld } from './ingest-world.ts'

// By the sender's names: ids are drawn anew in each database.
const kept = `
select i.external_id, i.kind, i.case_id, i.received_at, i.locked_at, i.has_other_number, i.said_hash, r.answers, a.actions,
       to_jsonb(n) - 'id' as note,
       (select jsonb_agg(to_jsonb(v) - array['id', 'note_id'] order by v.number) from note_version v where v.note_id = n.id) as note_versions,
       to_jsonb(s) - 'id' as stage, to_jsonb(p) - 'id' as party, to_jsonb(d) - 'id' as document,
       (select jsonb_agg(to_jsonb(v) - array['id', 'document_id'] order by v.number) from document_version v where v.document_id = d.id) as document_versions
  from ingested i
  left join note n on n.id = i.note_id
  left join case_stage s on s.id = i.case_stage_id
  left join case_party p on p.id = i.case_party_id
  left join document d on d.id = i.document_id
  left join lateral (select jsonb_agg(jsonb_build_array(r.outcome, r.state) order by r.outcome, r.state::text) as answers
                       from ingest_request r where r.state ->> 'externalId' = i.external_id) r on true
  left join lateral (select jsonb_agg(jsonb_build_array(e.at, e.action, e.actor_kind, e.client_id, e.case_id)) as actions
                       from audit_event e where e.note_id = i.note_id or e.document_id = i.document_id) a on true
 order by i.external_id`
const logged = `
select action, case_id, actor_kind, actor_id, client_id, at, count(*) as times from audit_event group by 1, 2, 3, 4, 5, 6 order by 1, 2, 6`

/** All that has been taken in, its kept answers and the whole log, without ids that chance has drawn. */
export async function keptRows(world: IngestWorld): Promise<object> {
  return { kept: await world.rows(kept), logged: await world.rows(logged) }
}
