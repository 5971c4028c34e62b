-- 委员名册: who sits on the committees a term of office brought, from when to when.

create table organisation.committee_seats (
  id uuid primary key,
  union_id uuid not null references organisation.unions,
  org_path text collate "C" not null,
  term_id uuid not null references organisation.terms,
  body text not null check (body in ('committee', 'audit', 'women')),
  office text not null check (office in ('chair', 'vice-chair', 'member', 'organiser')),
  name text not null,
  person_id uuid,
  votes int check (votes >= 0),
  from_day date not null,
  to_day date,
  source text not null,
  source_id uuid,
  by_account uuid,
  at timestamptz not null
);
comment on table organisation.committee_seats is '委员名册: a seat on a committee of a union, held by one person from a day to a day; changed by closing one row and adding the next';
comment on column organisation.committee_seats.body is 'committee 工会委员会, audit 经费审查委员会, women 女职工委员会';
comment on column organisation.committee_seats.office is 'chair is 主席 of the committee and 主任 of the other two; organiser 组织员 where there is no committee';
comment on column organisation.committee_seats.votes is 'votes they were elected with, where they were counted';
comment on column organisation.committee_seats.to_day is 'last day in office; null while it lasts';
comment on column organisation.committee_seats.source is 'case, import, demo, exchange; source_id says which';
create index committee_seats_union on organisation.committee_seats (union_id, body, from_day);
create index committee_seats_path on organisation.committee_seats (org_path);
call house.by_union('organisation.committee_seats');
