-- 完整卷宗: whole case files with unmasked data that somebody took out, and what for.

create table business.case_dossiers (
  id uuid primary key,
  case_id uuid not null,
  account_id uuid not null,
  sha256 text not null,
  name text not null,
  lines int not null,
  last_hash text not null,
  purpose text not null,
  at timestamptz not null
);
comment on table business.case_dossiers is '完整卷宗: one row a file that was made with unmasked data; only whoever made it may fetch it';
comment on column business.case_dossiers.lines is 'how many actions the case had then';
comment on column business.case_dossiers.last_hash is 'SHA-256 of the last of them over all before it, as printed at the foot of every page';
create index case_dossiers_case on business.case_dossiers (case_id);
call house.by_account('business.case_dossiers', 'select, insert');
