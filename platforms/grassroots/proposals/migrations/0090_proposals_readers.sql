-- 公开事项: who read an item is a person, not a record; read under two records that were merged it was read by one.
alter table business.proposals_views add column reader_id uuid;
-- An owner who is no superuser would be shown no row of these two, as anybody else without a policy.
alter table business.proposals_views no force row level security;
alter table member.persons no force row level security;
update business.proposals_views v set reader_id = coalesce(
  (select p.merged_into from member.persons p where p.id = v.person_id), v.person_id);
alter table member.persons force row level security;
alter table business.proposals_views force row level security;
alter table business.proposals_views alter column reader_id set not null;
comment on column business.proposals_views.person_id is 'the record it was read under; it stays';
comment on column business.proposals_views.reader_id is 'the record that stands for the reader today: that of person_id, or the one it was merged into';
create index proposals_views_readers on business.proposals_views (disclosure_id, reader_id);
create index proposals_views_person on business.proposals_views (person_id);
