-- Words of a phrase that somebody is speaking, sealed with the recording's own key, to the portal that has the page of
-- whoever records. Kept nowhere: no table, no log, only the notification, which is gone once it is told.
create function service_tell_preview(municipality uuid, of_recording uuid, sealed text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_service();
  if not exists (select from recording
                  where municipality_id = municipality and id = of_recording and state = 'recording' and source = 'live' and key_encrypted is not null) then
    return;
  end if;
  -- Notifications are told one commit at a time: no commit with words that count waits for the disk to have this one.
  perform set_config('synchronous_commit', 'off', true), pg_notify('recording_event', of_recording || ' ' || sealed);
end $$;
grant execute on function service_tell_preview(uuid, uuid, text) to service;
