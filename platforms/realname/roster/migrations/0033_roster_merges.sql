-- Merges of records, with what undoing one needs.

create table business.roster_merges (
  id uuid primary key,
  org_path text collate "C" not null,
  survivor_id uuid not null,
  absorbed_id uuid not null,
  at timestamptz not null,
  until_day date not null,
  account_id uuid not null,
  by_name text not null,
  note text,
  score int not null,
  evidence jsonb not null,
  records_cipher bytea not null,
  case_ids uuid[] not null,
  moved_account uuid,
  undone_at timestamptz,
  undone_by uuid,
  undone_name text,
  undone_note text
);
comment on table business.roster_merges is '归并记录: which two records became one, on what evidence, who decided, and both of them as they were';
comment on column business.roster_merges.org_path is 'the lowest union that holds both records: who reaches less may not know of it';
comment on column business.roster_merges.until_day is 'last day on which the merge can be undone';
comment on column business.roster_merges.evidence is 'reasons for one person, as rule, points and sentence; without names and whole numbers';
comment on column business.roster_merges.records_cipher is 'both records whole and what the survivor took over, as one sealed text';
comment on column business.roster_merges.case_ids is 'cases that were about the absorbed record and are about the survivor now';
comment on column business.roster_merges.moved_account is 'the account that stood for the absorbed record';
create index roster_merges_path on business.roster_merges (org_path, at desc);
create index roster_merges_survivor on business.roster_merges (survivor_id);
call house.by_union('business.roster_merges');

-- Whoever waits for the identity provider; empty once everybody has been asked about.
create index persons_unverified on member.persons (id) where verified = 'unverified';
create index persons_merged on member.persons (merged_into) where merged_into is not null;
