-- Who answers when neither the lead nor the deputy can: asked for each case that is shown.
create index on staff_member (municipality_id, unit_id) where role = 'teamLeader';
-- Whether somebody is away is asked for each caseworker shown.
create index on staff_absence (municipality_id, staff_id);
