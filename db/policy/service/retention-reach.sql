-- How each table is erased. A row goes when the row that it names in that column goes; cases and people are where it begins. A
-- table that stands neither here nor in retention_kept stops every erasing: nobody knows what of a person lies there.
-- What goes by a person alone is that person's own, and goes with their last case.
create view retention_reach with (security_barrier) as select * from (values
  ('case_party', 'case_id', 'case_file'),
  ('case_stage', 'case_id', 'case_file'),
  ('caseworker_assignment', 'case_id', 'case_file'),
  ('case_word', 'case_id', 'case_file'),
  ('deadline', 'case_id', 'case_file'),
  ('retention_decision', 'case_id', 'case_file'),
  ('ingested', 'case_id', 'case_file'),
  -- Notes, who may read them, their sound.
  ('note', 'case_id', 'case_file'),
  ('note_version', 'note_id', 'note'),
  ('disclosure', 'note_id', 'note'),
  ('disclosure', 'document_id', 'document'),
  ('disclosure_decision', 'disclosure_id', 'disclosure'),
  ('disclosure_basis', 'note_version_id', 'note_version'),
  ('disclosure_basis', 'document_id', 'document'),
  ('recording', 'note_version_id', 'note_version'),
  ('recording_chunk', 'recording_id', 'recording'),
  ('recording_file_part', 'recording_id', 'recording'),
  ('recording_event', 'recording_id', 'recording'),
  ('transcript_segment', 'note_version_id', 'note_version'),
  -- Documents, what was signed of them, what was decided by them.
  ('document', 'case_id', 'case_file'),
  ('document_draft', 'document_id', 'document'),
  ('document_version', 'document_id', 'document'),
  ('document_file', 'document_version_id', 'document_version'),
  ('decision_part', 'document_version_id', 'document_version'),
  ('committee_matter', 'document_version_id', 'document_version'),
  ('signature_request', 'document_version_id', 'document_version'),
  ('signature_intent', 'request_id', 'signature_request'),
  ('signature_answer', 'intent_id', 'signature_intent'),
  ('signature_refusal', 'intent_id', 'signature_intent'),
  ('signature_evidence', 'request_id', 'signature_request'),
  ('sealed_package', 'request_id', 'signature_request'),
  ('urgent_decision', 'request_id', 'signature_request'),
  ('paper_signature', 'request_id', 'signature_request'),
  ('appeal', 'request_id', 'signature_request'),
  ('appeal_window', 'request_id', 'signature_request'),
  ('appeal_received', 'request_id', 'signature_request'),
  -- Plans and follow-ups.
  ('plan', 'document_id', 'document'),
  ('plan_goal', 'plan_id', 'plan'),
  ('follow_up', 'case_id', 'case_file'),
  ('follow_up_record', 'follow_up_id', 'follow_up'),
  ('follow_up_participant', 'follow_up_id', 'follow_up'),
  ('follow_up_goal', 'follow_up_id', 'follow_up'),
  ('follow_up_area', 'follow_up_id', 'follow_up'),
  -- Meetings, and what was written to them.
  ('appointment', 'case_id', 'case_file'),
  ('appointment_participant', 'appointment_id', 'appointment'),
  ('appointment_point', 'appointment_id', 'appointment'),
  ('appointment_change_request', 'appointment_id', 'appointment'),
  ('notice', 'appointment_id', 'appointment'),
  ('audit_event', 'appointment_id', 'appointment'),
  ('read_together', 'case_id', 'case_file'),
  ('read_together_item', 'read_together_id', 'read_together'),
  ('together_session', 'read_together_id', 'read_together'),
  -- What people wrote, and were told.
  ('remark', 'case_id', 'case_file'),
  ('question_thread', 'case_id', 'case_file'),
  ('message', 'thread_id', 'question_thread'),
  ('message_receipt', 'message_id', 'message'),
  ('message_draft', 'case_id', 'case_file'),
  ('message_draft', 'appointment_id', 'appointment'),
  ('message_draft', 'signature_request_id', 'signature_request'),
  ('attachment', 'case_id', 'case_file'),
  ('case_line', 'case_id', 'case_file'),
  ('silence', 'case_id', 'case_file'),
  ('notice', 'note_id', 'note'),
  ('notice', 'document_id', 'document'),
  ('notice', 'request_id', 'signature_request'),
  ('notice', 'message_id', 'message'),
  ('notice', 'invitation_id', 'survey_invitation'),
  ('notice', 'line_id', 'case_line'),
  ('notice', 'person_id', 'person'),
  ('notice_channel', 'person_id', 'person'),
  ('notice_choice', 'channel_id', 'notice_channel'),
  ('notice_code_asked', 'person_id', 'person'),
  ('notice_delivery', 'channel_id', 'notice_channel'),
  ('notice_delivery_part', 'notice_id', 'notice'),
  ('notice_delivery_part', 'channel_id', 'notice_channel'),
  ('notice_delivery_part', 'delivery_id', 'notice_delivery'),
  -- The log of the case follows the record; that of a person's sign-ins, the person.
  ('audit_event', 'case_id', 'case_file'),
  ('audit_event', 'note_id', 'note'),
  ('audit_event', 'document_id', 'document'),
  ('audit_event', 'thread_id', 'question_thread'),
  ('audit_event', 'remark_id', 'remark'),
  ('audit_event', 'recording_id', 'recording'),
  ('audit_event', 'attachment_id', 'attachment'),
  ('audit_event', 'actor_id', 'person'),
  -- A person.
  ('person', 'merged_into', 'person'),
  ('person_protection', 'person_id', 'person'),
  ('former_number', 'person_id', 'person'),
  ('case_party_block', 'child_id', 'person'),
  ('case_party_block', 'person_id', 'person'),
  ('survey_invitation', 'person_id', 'person'),
  ('session', 'subject_id', 'person'),
  ('sign_in_account', 'subject_id', 'person'),
  ('sign_in_choice', 'subject_id', 'person'),
  ('pending_identification', 'subject_id', 'person')
) reach (table_name, column_name, parent);

-- What stays, and why: it is about nobody who has a case. Lists, rules and limits that are the same for everybody have no column
-- for a municipality and are not looked at.
create view retention_kept with (security_barrier) as select * from (values
  ('municipality', 'the municipality'), ('unit', 'its units'),
  ('staff_member', 'staff'), ('staff_absence', 'staff'), ('staff_introduction', 'staff: goes when they have left (service_erase_introductions)'),
  ('committee', 'staff'), ('committee_member', 'staff'),
  ('committee_mandate', 'staff'), ('committee_meeting', 'staff: a day and a place, no matter of a case'),
  ('survey_helper', 'staff'), ('survey_reviewer', 'staff'),
  ('documentation_time', 'counts of nobody (docs/decisions/0014)'), ('documentation_time_key', 'counts of nobody (docs/decisions/0014)'),
  ('indicator_period', 'counts of nobody (docs/decisions/0031)'), ('indicator_figure', 'counts of nobody (docs/decisions/0031)'),
  ('survey_round', 'answers of nobody (docs/decisions/0028)'), ('survey_telling', 'answers of nobody (docs/decisions/0028)'),
  ('survey_figure', 'answers of nobody (docs/decisions/0028)'), ('survey_reply', 'words of staff to everybody who was asked'),
  ('survey_text', 'answers of nobody (docs/decisions/0028)'),
  ('message_rule', 'a setting'), ('silence_rule', 'a setting'), ('retention_setting', 'a setting'), ('retention_proof', 'the proof, without content'),
  ('ingest_client', 'a system'), ('ingest_client_scope', 'a system'),
  ('ingest_request', 'lives for 25 hours (service_purge_ingest_requests)'), ('preview', 'never holds a row')
) kept (table_name, why);

-- Tables that could hold something of a person and do not say how it goes. Not granted.
create view retention_unreached with (security_barrier) as
select c.relname::text as table_name
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped
 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'case_file'
   and c.relname not in (select table_name from retention_reach) and c.relname not in (select table_name from retention_kept)
union
-- One that refers to what is erased and does not say so.
select k.conrelid::regclass || '.' || a.attname
  from pg_constraint k
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[cardinality(k.conkey)] and a.attname <> 'municipality_id'
 where k.contype = 'f' and k.connamespace = 'public'::regnamespace
   and k.conrelid::regclass::text in (select table_name from retention_kept)
   and (k.confrelid::regclass::text in ('case_file', 'person') or k.confrelid::regclass::text in (select table_name from retention_reach));
