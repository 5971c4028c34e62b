-- 优秀提案评选, 公开事项, 职工质询: what the members of a union vote on, read, and may ask.

create table business.proposals_selections (
  id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  title text not null,
  places int not null check (places >= 1),
  ends_day date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  counted_at timestamptz,
  ballots int check (ballots >= 0),
  check ((counted_at is null) = (ballots is null))
);
comment on table business.proposals_selections is '优秀提案评选: members vote until the end of a day; then it is counted once';
comment on column business.proposals_selections.places is 'how many may be chosen';
comment on column business.proposals_selections.ballots is 'votes counted';
create index proposals_selections_path on business.proposals_selections (org_path, ends_day desc);
create index proposals_selections_uncounted on business.proposals_selections (ends_day) where counted_at is null;
call house.by_union('business.proposals_selections', 'select, insert');
grant select on business.proposals_selections to niangjia_person;
create policy of_own_union on business.proposals_selections for select to niangjia_person
  using (exists (select from member.memberships m where m.person_id = house.person()
    and m.state in ('active', 'kept') and starts_with(m.org_path, proposals_selections.org_path)));

create table business.proposals_nominees (
  selection_id uuid not null,
  case_id uuid not null,
  org_path text collate "C" not null,
  number text not null,
  title text not null,
  wish text not null,
  proposer_mask text not null,
  answer text not null,
  votes int check (votes >= 0),
  outcome text check (outcome in ('chosen', 'tied', 'not-chosen')),
  primary key (selection_id, case_id),
  check ((votes is null) = (outcome is null))
);
comment on table business.proposals_nominees is '参评提案: as it read when the vote began; votes and outcome only once it was counted';
comment on column business.proposals_nominees.org_path is 'of the selection';
comment on column business.proposals_nominees.outcome is 'tied: as many votes as others where not all of them have a place';
create index proposals_nominees_path on business.proposals_nominees (org_path);
call house.by_union('business.proposals_nominees', 'select, insert');
grant select on business.proposals_nominees to niangjia_person;
create policy of_own_union on business.proposals_nominees for select to niangjia_person
  using (exists (select from business.proposals_selections s where s.id = selection_id));

create table business.proposals_votes (
  selection_id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  primary key (selection_id, person_id)
);
comment on table business.proposals_votes is '选票: one a member and selection, never changed; read by whose it is and counted by the house alone';
call house.by_person('business.proposals_votes');
revoke update, delete on business.proposals_votes from niangjia_system;

create table business.proposals_disclosures (
  id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null,
  title text not null,
  words text not null,
  files uuid[] not null,
  from_day date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_why text,
  check ((withdrawn_at is null) = (withdrawn_why is null))
);
comment on table business.proposals_disclosures is '厂务公开事项: open to the members of a union from a day on; never deleted, withdrawn with a reason that stays to be read';
comment on column business.proposals_disclosures.kind is 'as the list of 企业民主管理规定 names it';
comment on column business.proposals_disclosures.files is 'ids in exchange.files';
create index proposals_disclosures_path on business.proposals_disclosures (org_path, from_day desc, id);
call house.by_union('business.proposals_disclosures');
grant select on business.proposals_disclosures to niangjia_person;
create policy of_own_union on business.proposals_disclosures for select to niangjia_person
  using (exists (select from member.memberships m where m.person_id = house.person()
    and m.state in ('active', 'kept') and starts_with(m.org_path, proposals_disclosures.org_path)));

create table business.proposals_views (
  disclosure_id uuid not null,
  person_id uuid not null,
  org_path text collate "C" not null,
  at timestamptz not null,
  primary key (disclosure_id, person_id)
);
comment on table business.proposals_views is '阅读记录: a member opened an item, noted once; staff see how many, by the count';
create index proposals_views_path on business.proposals_views (org_path);
call house.by_person('business.proposals_views');
call house.by_union('business.proposals_views', 'select');

create table business.proposals_questions (
  case_id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  number text not null,
  title text not null,
  question text not null,
  answer text not null,
  answered_by text not null,
  asked_day date not null,
  answered_day date not null,
  open boolean not null,
  unique (org_id, number)
);
comment on table business.proposals_questions is '职工质询档案: a question with its answer, kept for good; who asked stands in the case alone';
comment on column business.proposals_questions.person_id is 'who asked; shown to nobody';
comment on column business.proposals_questions.answered_by is 'the chair, or the department';
comment on column business.proposals_questions.open is 'the asker agreed that members of the union read it, without their name';
create index proposals_questions_path on business.proposals_questions (org_path, answered_day desc, case_id);
call house.by_union('business.proposals_questions', 'select, insert');
call house.by_person('business.proposals_questions');
create policy open_to_own_union on business.proposals_questions for select to niangjia_person
  using (open and exists (select from member.memberships m where m.person_id = house.person()
    and m.state in ('active', 'kept') and starts_with(m.org_path, proposals_questions.org_path)));
