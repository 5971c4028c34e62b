-- 届中调整: where a union has an organiser 组织员 in place of a committee, that office changes hands as well.
alter table business.election_changes
  drop constraint election_changes_office_check,
  add constraint election_changes_office_check check (office in ('chair', 'vice-chair', 'member', 'organiser'));
