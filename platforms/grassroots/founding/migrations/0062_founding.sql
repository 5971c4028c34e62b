-- 工会组建: unions on their way from application to living, their certificates, and who has no union yet.

create table business.founding_unions (
  union_id uuid primary key,
  org_path text collate "C" not null,
  way text not null check (way in ('own', 'joint', 'organiser')),
  staff int not null check (staff >= 0),
  members int not null check (members >= 0),
  women int not null check (women >= 0),
  party_org text not null,
  contact_account uuid,
  case_id uuid not null,
  approved_day date not null,
  elected_day date,
  opened_day date,
  decision jsonb not null
);
comment on table business.founding_unions is '筹建工会: one row a union whose founding was approved, with how far it has come; the union itself is in organisation.unions';
comment on column business.founding_unions.way is 'own committee, joint committee of several units, or an organiser 组织员 (工会法 art 11)';
comment on column business.founding_unions.party_org is 'the Party organisation that leads the preparation';
comment on column business.founding_unions.contact_account is 'the account of the preparatory group that applied, and may go on with the next steps; null when staff applied';
comment on column business.founding_unions.decision is 'which way to found: the decision with its facts and the numbers it read, to be replayed';
create index founding_unions_path on business.founding_unions (org_path, approved_day desc);
call house.by_union('business.founding_unions');

create table business.founding_group (
  id uuid primary key,
  union_id uuid not null,
  org_path text collate "C" not null,
  leads boolean not null,
  name text not null,
  phone_cipher bytea not null,
  phone_mask text not null
);
comment on table business.founding_group is '筹备组: who prepares a union, as its founding was approved';
create index founding_group_union on business.founding_group (union_id);
create index founding_group_path on business.founding_group (org_path);
call house.by_union('business.founding_group', 'select, insert');

create table business.founding_elections (
  case_id uuid primary key,
  union_id uuid not null,
  org_path text collate "C" not null,
  term_id uuid not null,
  day date not null,
  decision jsonb not null
);
comment on table business.founding_elections is '选举结果: the count behind a first term of office, with the numbers it was judged by';
create index founding_elections_path on business.founding_elections (org_path);
call house.by_union('business.founding_elections', 'select, insert');

create table business.founding_certificates (
  id uuid primary key,
  union_id uuid not null,
  org_path text collate "C" not null,
  number text not null,
  legal_person text not null,
  office text not null,
  issued_day date not null,
  to_day date not null,
  renew_from_day date not null,
  case_id uuid not null,
  at timestamptz not null,
  check (issued_day <= to_day and renew_from_day <= to_day)
);
comment on table business.founding_certificates is '工会法人资格证书: number, legal person and days; the newest of a union holds';
comment on column business.founding_certificates.number is '统一社会信用代码 of the union, 81…; also a fact of the union';
comment on column business.founding_certificates.to_day is 'valid as long as the term of office (基层工会法人登记管理办法 art 26)';
comment on column business.founding_certificates.renew_from_day is 'from this day its renewal may be asked for (art 27)';
create index founding_certificates_union on business.founding_certificates (union_id, issued_day desc);
create index founding_certificates_path on business.founding_certificates (org_path);
call house.by_union('business.founding_certificates', 'select, insert');

create table business.founding_targets (
  id uuid primary key,
  org_path text collate "C" not null,
  org_id uuid not null,
  kind text not null check (kind in ('firm', 'community')),
  name text not null,
  uscc text,
  address text,
  staff int check (staff >= 0),
  employed int not null default 0,
  opened_day date,
  source text not null check (source in ('import', 'employers', 'demo')),
  found_at timestamptz not null,
  plan_who text,
  plan_day date,
  plan_note text,
  planned_at timestamptz,
  planned_by uuid,
  union_id uuid,
  off_day date,
  check ((plan_who is null) = (plan_day is null)),
  check ((union_id is null) = (off_day is null))
);
comment on table business.founding_targets is '应建未建: a firm or community that ought to have a union and has none, with the plan for it';
comment on column business.founding_targets.org_id is 'the union that is to see to it, of which org_path is the path';
comment on column business.founding_targets.employed is 'members of other unions in reach who say they work there; counted nightly';
comment on column business.founding_targets.source is 'import: an officer''s list; employers: found among the employers of persons';
comment on column business.founding_targets.union_id is 'the union it has since; it is off the list from off_day';
create index founding_targets_uscc on business.founding_targets (uscc) where uscc is not null;
create unique index founding_targets_name on business.founding_targets (org_path, name);
create index founding_targets_open on business.founding_targets (org_path, staff desc) where off_day is null;
call house.by_union('business.founding_targets');
