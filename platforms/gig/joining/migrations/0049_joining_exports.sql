-- Lists of who came to an event: who took which, how much of it unmasked, and why.

create table business.joining_exports (
  id uuid primary key,
  account_id uuid not null,
  by_name text not null,
  org_path text collate "C" not null,
  invitation_id uuid not null,
  status text,
  fields text[] not null,
  purpose text,
  rows int not null,
  sha256 text not null,
  name text not null,
  at timestamptz not null,
  check (cardinality(fields) = 0 or purpose is not null)
);
comment on table business.joining_exports is '扫码入会名单导出: one row an export; the file lies in the vault';
comment on column business.joining_exports.status is 'only those whose case stood so; all without';
comment on column business.joining_exports.fields is 'fields given unmasked; each person listed has a look noted then';
create index joining_exports_path on business.joining_exports (org_path, at desc);
create index joining_exports_account on business.joining_exports (account_id, at desc);
call house.by_union('business.joining_exports', 'select, insert');
