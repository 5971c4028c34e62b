-- Files: names and owners of bytes that lie in the vault.

create table exchange.files (
  id uuid primary key,
  account_id uuid not null,
  org_path text collate "C",
  sha256 text not null,
  name text not null,
  kind text not null,
  size bigint not null,
  purpose text not null,
  at timestamptz not null
);
comment on table exchange.files is '文件: who brought it, for what, under which union; bytes are found by sha256';
create index files_account on exchange.files (account_id, at desc);
create index files_org on exchange.files (org_path);
call house.by_account('exchange.files', 'select, insert');
call house.by_union('exchange.files', 'select, insert');
