-- Exports of rosters: who took which list, how much of it unmasked, and why.

create table business.roster_exports (
  id uuid primary key,
  account_id uuid not null,
  by_name text not null,
  org_path text collate "C" not null,
  union_id uuid not null,
  filter jsonb not null,
  fields text[] not null,
  purpose text,
  rows int not null,
  sha256 text not null,
  name text not null,
  at timestamptz not null
);
comment on table business.roster_exports is '名册导出: one row an export; the file lies in the vault';
comment on column business.roster_exports.org_path is 'the union whose members were listed';
comment on column business.roster_exports.fields is 'fields given unmasked; each person listed has a look noted then';
create index roster_exports_path on business.roster_exports (org_path, at desc);
call house.by_union('business.roster_exports', 'select, insert');
