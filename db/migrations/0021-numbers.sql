-- To ask what becomes of a new number is to ask whose it is, whether or not anything is changed then.
insert into audit_action values ('lookedUpNumber');
