-- 会员数据库: persons, who they are by number, their memberships, and where each fact came from.

create table member.persons (
  id uuid primary key,
  org_path text collate "C" not null,
  name text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  sex text not null,
  birth_day date,
  document_kind text not null,
  id_cipher bytea,
  id_mask text not null,
  phone_cipher bytea,
  phone_mask text,
  phone_blind bytea,
  ethnic_group text,
  education text,
  political_status text,
  skill_grade text,
  employment text,
  household_kind text,
  household_cipher bytea,
  household text,
  native_place text,
  occupation text,
  gig_occupation text,
  employer text,
  migrant_worker boolean,
  verified text not null default 'unverified' check (verified in ('unverified', 'matched', 'mismatched', 'unknown')),
  verified_at timestamptz,
  merged_into uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table member.persons is '人员: a person apart from their memberships; org_path is that of their living (or last) membership';
comment on column member.persons.id_mask is 'identity number as lists show it: first three and last four characters';
comment on column member.persons.household is '户籍所在地 down to the county; where more was said, all of it is in household_cipher';
comment on column member.persons.gig_occupation is '新就业形态群体: code of list gig-occupation, null for who is in none';
comment on column member.persons.verified is '实名核验: verdict of the identity provider';
comment on column member.persons.merged_into is 'the person this record turned out to be; kept so that a merge can be undone';
-- With the mark of a merge, so that counts and walks need not fetch the rows.
create index persons_path on member.persons (org_path, id) include (merged_into);
create index persons_name on member.persons (name, org_path);
create index persons_initials on member.persons (initials, org_path);
create index persons_phone on member.persons (phone_blind) where phone_blind is not null;
call house.by_union('member.persons');
grant select on member.persons to niangjia_person;
create policy by_person on member.persons for select to niangjia_person using (id = house.person());

create table member.identities (
  id_blind bytea primary key,
  person_id uuid not null
);
comment on table member.identities is 'directory: keyed hash of document kind and number to the one person who bears it; tells nothing without the key, and only the house writes it';
create index identities_person on member.identities (person_id);
call house.readable('member.identities');

create table member.statements (
  id uuid not null,
  person_id uuid not null,
  org_path text collate "C" not null,
  at timestamptz not null,
  source text not null,
  source_id uuid,
  by_account uuid,
  said jsonb not null,
  primary key (person_id, id)
);
comment on table member.statements is '来源陈述: what a source said of a person, all fields at once; the source of a field is the newest statement that names it';
comment on column member.statements.said is 'field to value; identity number, phone and household only as masks';
comment on column member.statements.source is 'import, case, provider, person, demo; source_id says which';
create index statements_path on member.statements (org_path);
call house.by_union('member.statements', 'select, insert');
call house.by_person('member.statements');

create sequence member.numbers start 1;
grant usage on sequence member.numbers to niangjia_staff, niangjia_system;

create table member.memberships (
  id uuid not null,
  person_id uuid not null,
  org_path text collate "C" not null,
  union_id uuid not null,
  number text not null,
  state text not null check (state in ('active', 'kept', 'ended')),
  gig boolean not null default false,
  joined_day date not null,
  ended_day date,
  updated_at timestamptz not null,
  primary key (person_id, id)
);
comment on table member.memberships is '会籍: a person in a union; kept (保留会籍) holds the card, has no vote and is not counted';
-- With the path, so that row-level security is answered from the index too.
create unique index memberships_living on member.memberships (person_id) include (org_path)
  where state in ('active', 'kept');
create index memberships_path on member.memberships (org_path, state);
call house.by_union('member.memberships');
call house.by_person('member.memberships');

create table member.changes (
  id uuid not null,
  membership_id uuid not null,
  person_id uuid not null,
  org_path text collate "C" not null,
  kind text not null,
  reason text,
  day date not null,
  at timestamptz not null,
  source text not null,
  source_id uuid,
  by_account uuid,
  note text,
  primary key (person_id, id)
);
comment on table member.changes is '会籍变化: append-only; kind and reason are the codes of the national data interface (1 入会 2 转入 3 保留 4 转出 5 除名 6 退会)';
create index changes_path on member.changes (org_path, day);
call house.by_union('member.changes', 'select, insert');
call house.by_person('member.changes');
