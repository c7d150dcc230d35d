grant select on question_thread to staff;
create policy staff_reads on question_thread for select to staff
  using (municipality_id = (select municipality_id from acting) and case_id in (select case_id from staff_open_case));

grant select on message to staff;
create policy staff_reads on message for select to staff
  using (municipality_id = (select municipality_id from acting)
         and exists (select from question_thread q where q.municipality_id = message.municipality_id and q.id = message.thread_id));
