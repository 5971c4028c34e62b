-- Imports of rosters: which file, how it was understood, how far it came, what was wrong with which row.

create table business.roster_imports (
  id uuid primary key,
  account_id uuid not null,
  by_name text not null,
  org_path text collate "C" not null,
  union_id uuid not null,
  file_name text not null,
  sha256 text not null,
  sheet text,
  mapping jsonb not null,
  state text not null default 'ready'
    check (state in ('ready', 'waiting', 'running', 'done', 'cancelled', 'failed')),
  rows_total int not null,
  rows_read int not null default 0,
  last_row int not null default 0,
  enrolled int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  faulty int not null default 0,
  skipped int not null default 0,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  touched_at timestamptz not null,
  run_id uuid,
  run_since timestamptz,
  run_from int not null default 0,
  failure text
);
comment on table business.roster_imports is '名册导入: one row an import; written with each batch of members, so that it tells exactly what is in';
comment on column business.roster_imports.mapping is 'last row of the head, and for each column its title, field and how certain that is';
comment on column business.roster_imports.rows_total is 'filled rows below the head';
comment on column business.roster_imports.last_row is 'row of the sheet up to which everything is settled; a resumed run goes on behind it';
comment on column business.roster_imports.enrolled is 'members new to the union';
comment on column business.roster_imports.unchanged is 'members already, who said nothing new';
comment on column business.roster_imports.run_id is 'the run that may write; a later run takes it over, and the earlier one stops at its next batch';
comment on column business.roster_imports.run_since is 'with run_from, the rows read when this run began: tells rows a second and the time left';
comment on column business.roster_imports.failure is 'why it stopped, in words for the officer';
create index roster_imports_path on business.roster_imports (org_path, created_at desc);
create index roster_imports_live on business.roster_imports (touched_at) where state = 'running';
call house.by_union('business.roster_imports');

create table business.roster_import_faults (
  import_id uuid not null,
  row int not null,
  org_path text collate "C" not null,
  faults jsonb not null,
  primary key (import_id, row)
);
comment on table business.roster_import_faults is '名册错误行: codes and columns only; what the row held is in the file';
create index roster_import_faults_path on business.roster_import_faults (org_path);
call house.by_union('business.roster_import_faults', 'select, insert');
