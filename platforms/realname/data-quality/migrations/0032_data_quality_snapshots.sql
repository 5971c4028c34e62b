-- Yearly statements as they were frozen, byte for byte.

create table business.data_quality_snapshots (
  id uuid primary key,
  org_path text collate "C" not null,
  union_id uuid not null,
  year int not null,
  day date not null,
  content text not null,
  sha256 text not null,
  at timestamptz not null,
  account_id uuid not null,
  by_name text not null
);
comment on table business.data_quality_snapshots is '年报快照: append-only; numbers of a union and all below it as of a day, in words of JSON that give the hash';
comment on column business.data_quality_snapshots.day is 'the day of reference: joined by then and not ended by then';
comment on column business.data_quality_snapshots.content is 'canonical JSON; never written again';
create index data_quality_snapshots_path on business.data_quality_snapshots (org_path, year desc, at desc);
call house.by_union('business.data_quality_snapshots', 'select, insert');
