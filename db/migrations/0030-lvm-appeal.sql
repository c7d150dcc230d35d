-- As LVU 6 §: the court tests it whether or not anybody asks, so there is nothing to appeal.
insert into appeal_rule values
  ('LVM 13 §', '[1989-01-01,)', null, 'LVM (1988:870) 44 §; domstolen prövar beslutet efter underställning (15 och 17 §§)');
