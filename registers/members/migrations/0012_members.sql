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
  ethnic text,
  education text,
  political text,
  skill text,
  employment text,
  household_kind text,
  household_place text,
  native_place text,
  occupation text,
  employer text,
  migrant boolean,
  verified text not null default 'unverified' check (verified in ('unverified', 'matched', 'mismatched', 'unknown')),
  verified_at timestamptz,
  merged_into uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table member.persons is '人员: a person apart from their memberships; org_path is that of their living (or last) membership';
comment on column member.persons.id_mask is 'identity number as lists show it: first three and last four characters';
comment on column member.persons.verified is '实名核验: verdict of the identity provider';
comment on column member.persons.merged_into is 'the person this record turned out to be; kept so that a merge can be undone';
create index persons_path on member.persons (org_path, id);
create index persons_name on member.persons (name, org_path);
create index persons_initials on member.persons (initials, org_path);
create index persons_phone on member.persons (phone_blind) where phone_blind is not null;
call house.by_union('member.persons');
grant select on member.persons to niangjia_person;
create policy by_person on member.persons for select to niangjia_person using (id = house.person());

create table member.identities (
  id_blind bytea primary key,
  person_id uuid not null,
  org_path text collate "C" not null
);
comment on table member.identities is 'directory: keyed hash of document kind and number to the one person who bears it; tells nothing without the key';
create index identities_person on member.identities (person_id);
call house.readable('member.identities');
grant insert, update, delete on member.identities to niangjia_staff;
create policy written on member.identities for insert to niangjia_staff
  with check (org_path >= house.low() and org_path < house.high());
create policy changed on member.identities for update to niangjia_staff
  using (org_path >= house.low() and org_path < house.high()) with check (org_path >= house.low() and org_path < house.high());
create policy dropped on member.identities for delete to niangjia_staff
  using (org_path >= house.low() and org_path < house.high());

create table member.statements (
  id uuid primary key,
  person_id uuid not null,
  org_path text collate "C" not null,
  at timestamptz not null,
  source text not null,
  source_id uuid,
  by_account uuid,
  said jsonb not null
);
comment on table member.statements is '来源陈述: what a source said of a person, all fields at once; the source of a field is the newest statement that names it';
comment on column member.statements.said is 'field to value; identity number and phone only as masks';
comment on column member.statements.source is 'import, case, provider, person, demo; source_id says which';
create index statements_person on member.statements (person_id, at);
create index statements_path on member.statements (org_path);
call house.by_union('member.statements', 'select, insert');
call house.by_person('member.statements');

create sequence member.numbers start 1;
grant usage on sequence member.numbers to niangjia_staff, niangjia_system;

create table member.memberships (
  id uuid primary key,
  person_id uuid not null,
  org_path text collate "C" not null,
  union_id uuid not null,
  number text not null,
  state text not null check (state in ('active', 'kept', 'ended')),
  gig boolean not null default false,
  joined_day date not null,
  ended_day date,
  updated_at timestamptz not null
);
comment on table member.memberships is '会籍: a person in a union; kept (保留会籍) holds the card, has no vote and is not counted';
create unique index memberships_living on member.memberships (person_id) where state in ('active', 'kept');
create index memberships_path on member.memberships (org_path, state);
create index memberships_person on member.memberships (person_id);
call house.by_union('member.memberships');
call house.by_person('member.memberships');

create table member.changes (
  id uuid primary key,
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
  note text
);
comment on table member.changes is '会籍变化: append-only; kind and reason are the codes of the national data interface (1 入会 2 转入 3 保留 4 转出 5 除名 6 退会)';
create index changes_person on member.changes (person_id, at);
create index changes_path on member.changes (org_path, day);
call house.by_union('member.changes', 'select, insert');
call house.by_person('member.changes');
