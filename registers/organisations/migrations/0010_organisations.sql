-- 工会组织库: the tree of unions, their facts by date, terms of office.

create table organisation.unions (
  id uuid primary key,
  path text collate "C" not null unique check (path ~ '^/([0-9a-z]+/)+$'),
  parent_id uuid references organisation.unions,
  name text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  level text not null check (level in ('province', 'city', 'county', 'town', 'grassroots', 'branch')),
  kind text not null,
  division text not null check (division ~ '^[0-9]{6,12}$'),
  state text not null default 'live' check (state in ('preparing', 'live', 'closed')),
  since_day date not null,
  closed_day date,
  last_segment int not null default 0
);
comment on table organisation.unions is '工会: one row a union; name, place in the tree and state are public among signed-in users';
comment on column organisation.unions.path is 'place in the tree, from the province down, slash-ended; compared as a text range';
comment on column organisation.unions.kind is 'code of list union-kind';
comment on column organisation.unions.last_segment is 'the highest running number ever given to a union below; a path is never given twice';
comment on column organisation.unions.division is 'GB/T 2260 code, 6 digits, or 9 to 12 for towns and villages';
create index unions_parent on organisation.unions (parent_id, path);
create index unions_name on organisation.unions (name, path);
create index unions_initials on organisation.unions (initials, path);
create index unions_pinyin on organisation.unions (pinyin, path);
create index unions_level on organisation.unions (level, path);
call house.readable('organisation.unions');
grant insert, update on organisation.unions to niangjia_staff;
create policy written_in_scope on organisation.unions for insert to niangjia_staff
  with check (path >= house.low() and path < house.high());
create policy changed_in_scope on organisation.unions for update to niangjia_staff
  using (path >= house.low() and path < house.high())
  with check (path >= house.low() and path < house.high());

create table organisation.facts (
  id uuid primary key,
  union_id uuid not null references organisation.unions,
  org_path text collate "C" not null,
  field text not null,
  value jsonb not null,
  from_day date not null,
  to_day date,
  source text not null,
  source_id uuid,
  by_account uuid,
  at timestamptz not null
);
comment on table organisation.facts is '组织事实: what is known of a union, by field and date; changed by closing one row and adding the next';
comment on column organisation.facts.field is 'name, kind, division, uscc, employer, employerUscc, industry, firmType, address, staffCount, legalPerson';
comment on column organisation.facts.to_day is 'last day it held, null while it holds; a day before from_day when it was corrected on the day it began';
comment on column organisation.facts.source is 'case, import, demo, exchange; source_id says which';
create unique index facts_now on organisation.facts (union_id, field) where to_day is null;
create index facts_history on organisation.facts (union_id, field, from_day);
create index facts_path on organisation.facts (org_path);
call house.by_union('organisation.facts');

create table organisation.codes (
  uscc text not null,
  role text not null check (role in ('own', 'employer')),
  union_id uuid not null references organisation.unions,
  primary key (uscc, role, union_id)
);
comment on table organisation.codes is 'directory: 统一社会信用代码 to the one living union that bears it, and to those whose employer bears it';
create unique index codes_own on organisation.codes (uscc) where role = 'own';
create index codes_union on organisation.codes (union_id);
call house.readable('organisation.codes');
grant insert, delete on organisation.codes to niangjia_staff;
create policy written on organisation.codes for insert to niangjia_staff with check (
  exists (select from organisation.unions u where u.id = union_id and u.path >= house.low() and u.path < house.high()));
create policy dropped on organisation.codes for delete to niangjia_staff using (
  exists (select from organisation.unions u where u.id = union_id and u.path >= house.low() and u.path < house.high()));

create table organisation.terms (
  id uuid primary key,
  union_id uuid not null references organisation.unions,
  org_path text collate "C" not null,
  number int not null,
  from_day date not null,
  to_day date not null,
  chair text,
  ended_day date
);
comment on table organisation.terms is '届次: a term of office of a union committee';
create unique index terms_number on organisation.terms (union_id, number);
create index terms_end on organisation.terms (to_day) where ended_day is null;
create index terms_path on organisation.terms (org_path);
call house.by_union('organisation.terms');

create table organisation.moves (
  id uuid primary key,
  union_id uuid not null references organisation.unions,
  org_path text collate "C" not null,
  old_path text collate "C" not null,
  new_path text collate "C" not null,
  old_parent_id uuid not null,
  new_parent_id uuid not null,
  at timestamptz not null,
  by_account uuid,
  unions int not null,
  rows_moved bigint not null
);
comment on table organisation.moves is '隶属变更记录: who hung which union elsewhere, and how much moved with it';
comment on column organisation.moves.old_path is 'as it was then; org_path is where the union is now';
create index moves_path on organisation.moves (org_path, at);
create index moves_union on organisation.moves (union_id, at);
call house.by_union('organisation.moves', 'select');
