-- What only grows or is evidence is not emptied at one blow, the owner included: TRUNCATE asks neither row rules nor the
-- triggers that keep each row.
create function refuse_emptying() returns trigger language plpgsql as $$
begin
  raise exception '% is not emptied', tg_table_name using errcode = 'check_violation';
end $$;
create trigger is_not_emptied before truncate on audit_event execute function refuse_emptying();
create trigger is_not_emptied before truncate on disclosure_decision execute function refuse_emptying();
create trigger is_not_emptied before truncate on note_version execute function refuse_emptying();
create trigger is_not_emptied before truncate on document_version execute function refuse_emptying();
create trigger is_not_emptied before truncate on document_file execute function refuse_emptying();
create trigger is_not_emptied before truncate on signature_request execute function refuse_emptying();
create trigger is_not_emptied before truncate on signature_intent execute function refuse_emptying();
create trigger is_not_emptied before truncate on signature_answer execute function refuse_emptying();
create trigger is_not_emptied before truncate on signature_refusal execute function refuse_emptying();
create trigger is_not_emptied before truncate on signature_evidence execute function refuse_emptying();
create trigger is_not_emptied before truncate on paper_signature execute function refuse_emptying();
create trigger is_not_emptied before truncate on urgent_decision execute function refuse_emptying();
create trigger is_not_emptied before truncate on sealed_package execute function refuse_emptying();
create trigger is_not_emptied before truncate on appeal_window execute function refuse_emptying();
create trigger is_not_emptied before truncate on appeal execute function refuse_emptying();
create trigger is_not_emptied before truncate on appeal_received execute function refuse_emptying();
create trigger is_not_emptied before truncate on former_number execute function refuse_emptying();
create trigger is_not_emptied before truncate on retention_proof execute function refuse_emptying();
