-- 职工提案: campaigns that collect them, proposals as their cases stand, who seconds them, what was answered.

create table business.proposals_campaigns (
  id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  title text not null,
  words text not null,
  from_day date not null,
  to_day date not null,
  made_at timestamptz not null,
  made_by uuid not null,
  closed_at timestamptz,
  check (from_day <= to_day)
);
comment on table business.proposals_campaigns is '提案征集活动: a union calls for proposals from one day to another; they may be made at any other time too';
comment on column business.proposals_campaigns.words is 'what it calls for, as members read it';
comment on column business.proposals_campaigns.closed_at is 'ended before its last day';
create index proposals_campaigns_path on business.proposals_campaigns (org_path, from_day desc);
call house.by_union('business.proposals_campaigns');
grant select on business.proposals_campaigns to niangjia_person;
create policy of_own_union on business.proposals_campaigns for select to niangjia_person
  using (exists (select from member.memberships m where m.person_id = house.person()
    and m.state in ('active', 'kept') and starts_with(m.org_path, proposals_campaigns.org_path)));

create table business.proposals_proposals (
  case_id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid not null,
  account_id uuid not null,
  proposer_mask text not null,
  category text not null,
  title text not null,
  why text not null,
  wish text not null,
  campaign_id uuid,
  state text not null check (state in ('seconding', 'filing', 'answering', 'approving', 'rating',
    'reopened', 'returned', 'closed', 'merged', 'refused', 'withdrawn')),
  made_day date not null,
  number text,
  filed_day date,
  department text,
  handler_post uuid,
  merged_into uuid,
  due_day date,
  closed_day date,
  check ((number is null) = (filed_day is null)),
  check ((state = 'merged') = (merged_into is not null))
);
comment on table business.proposals_proposals is '提案: one row a proposal; follows its case, only the house writes it';
comment on column business.proposals_proposals.campaign_id is 'the campaign that was open when it was made; null at any other time';
comment on column business.proposals_proposals.number is '提案号, given when it is filed: year and running number within its union';
comment on column business.proposals_proposals.filed_day is '立案日期';
comment on column business.proposals_proposals.merged_into is 'case of the proposal it is answered with';
comment on column business.proposals_proposals.due_day is 'last day of the step it is at';
create unique index proposals_numbers on business.proposals_proposals (org_id, number) where number is not null;
create index proposals_path on business.proposals_proposals (org_path, made_day desc, case_id);
create index proposals_person on business.proposals_proposals (person_id);
create index proposals_merged on business.proposals_proposals (merged_into) where merged_into is not null;
call house.by_union('business.proposals_proposals', 'select');
call house.by_person('business.proposals_proposals');

create table business.proposals_seconders (
  case_id uuid not null,
  person_id uuid not null,
  org_path text collate "C" not null,
  proposer_id uuid not null,
  name_mask text not null,
  state text not null check (state in ('invited', 'seconded', 'declined')),
  invited_at timestamptz not null,
  said_at timestamptz,
  primary key (case_id, person_id),
  check ((state = 'invited') = (said_at is null))
);
comment on table business.proposals_seconders is '附议人: members whom the proposer invited, and what each said; asked again when the text was changed';
create index proposals_seconders_path on business.proposals_seconders (org_path);
create index proposals_seconders_person on business.proposals_seconders (person_id, invited_at desc);
call house.by_union('business.proposals_seconders', 'select');
call house.by_person('business.proposals_seconders');
create policy by_proposer on business.proposals_seconders for select to niangjia_person
  using (proposer_id = house.person());
-- Whoever is asked to second a proposal may read it.
create policy by_seconder on business.proposals_proposals for select to niangjia_person
  using (exists (select from business.proposals_seconders s
    where s.case_id = proposals_proposals.case_id and s.person_id = house.person()));

create table business.proposals_answers (
  case_id uuid not null,
  round int not null check (round in (1, 2)),
  org_path text collate "C" not null,
  person_id uuid not null,
  department text not null,
  result text not null check (result in ('done', 'planned', 'explained')),
  words text not null,
  approved_day date not null,
  satisfaction text check (satisfaction in ('good', 'fair', 'poor')),
  remark text,
  rated_day date,
  primary key (case_id, round),
  check ((satisfaction is null) = (rated_day is null)),
  check (satisfaction = 'poor' or remark is null)
);
comment on table business.proposals_answers is '提案答复: as the chair approved it, and what the proposer thinks of it; round 2 is the one after a poor rating';
comment on column business.proposals_answers.person_id is 'the proposer';
create index proposals_answers_path on business.proposals_answers (org_path, approved_day desc);
call house.by_union('business.proposals_answers', 'select');
call house.by_person('business.proposals_answers');
-- Who seconded it reads what was answered.
create policy by_seconder on business.proposals_answers for select to niangjia_person
  using (exists (select from business.proposals_seconders s
    where s.case_id = proposals_answers.case_id and s.person_id = house.person()));
