-- 新业态入会: invitations by poster or at an event, who came by them, services before joining, headcounts of trades.

create table business.joining_invitations (
  id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  kind text not null check (kind in ('event', 'poster')),
  title text not null,
  place text not null,
  trade text,
  code text not null,
  opens_at timestamptz not null,
  closes_at timestamptz,
  expires_at timestamptz not null,
  resolution text,
  resolution_day date,
  made_at timestamptz not null,
  made_by uuid,
  stopped_at timestamptz,
  stopped_by uuid,
  check (opens_at < expires_at),
  check ((kind = 'event') = (closes_at is not null)),
  check (closes_at > opens_at and closes_at <= expires_at),
  check ((resolution is null) = (resolution_day is null)),
  check ((stopped_at is null) = (stopped_by is null))
);
comment on table business.joining_invitations is '入会码: a poster or an event by which workers join one union';
comment on column business.joining_invitations.trade is 'code of list gig-occupation it is meant for; proposed to the applicant, who may say otherwise';
comment on column business.joining_invitations.code is 'random, in the QR code and printed below it; whoever has it may apply, nothing else';
comment on column business.joining_invitations.closes_at is 'end of the event; a poster has none';
comment on column business.joining_invitations.expires_at is 'the code leads nowhere from here on';
comment on column business.joining_invitations.resolution is 'the committee''s resolution that approved joining at this event beforehand: no further review';
create index joining_invitations_path on business.joining_invitations (org_path, made_at desc);
create index joining_invitations_code on business.joining_invitations (code);
call house.by_union('business.joining_invitations');

create table business.joining_arrivals (
  case_id uuid primary key,
  invitation_id uuid not null,
  org_path text collate "C" not null,
  account_id uuid not null,
  name_mask text not null,
  trade text,
  status text not null check (status in ('running', 'returned', 'approved', 'rejected', 'withdrawn')),
  filed_at timestamptz not null,
  changed_at timestamptz not null
);
comment on table business.joining_arrivals is '到场登记: each application by an invitation and where it stands; follows the case, only the house writes it';
create index joining_arrivals_invitation on business.joining_arrivals (invitation_id, filed_at desc, case_id);
create index joining_arrivals_path on business.joining_arrivals (org_path);
call house.by_union('business.joining_arrivals', 'select');

create table business.joining_services (
  id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  phone_cipher bytea not null,
  phone_mask text not null,
  phone_blind bytea not null,
  trade text not null,
  kind text not null,
  what text not null,
  day date not null,
  cost_fen bigint not null check (cost_fen >= 0),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  person_id uuid,
  joined_person_id uuid,
  joined_at timestamptz,
  check ((person_id is null) = (joined_at is null)),
  check ((person_id is null) = (joined_person_id is null))
);
comment on table business.joining_services is '入会前服务: what the union did for a worker before they joined; theirs from the day they do';
comment on column business.joining_services.phone_blind is 'keyed hash as member.persons has it, so that who joins is found';
comment on column business.joining_services.person_id is 'whose it is now; null while nobody joined';
comment on column business.joining_services.joined_person_id is 'who joined; differs from person_id once records were merged';
create index joining_services_path on business.joining_services (org_path, day desc, id);
create index joining_services_phone on business.joining_services (phone_blind);
create index joining_services_person on business.joining_services (person_id) where person_id is not null;
call house.by_union('business.joining_services', 'select, insert');
call house.by_person('business.joining_services');

create table business.joining_headcounts (
  id uuid primary key,
  org_id uuid not null,
  org_path text collate "C" not null,
  trade text not null,
  workers integer not null check (workers >= 0),
  kind text not null check (kind in ('declared', 'estimated', 'demo')),
  source text not null,
  document text not null,
  day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
comment on table business.joining_headcounts is '从业人数: how many work in a trade where a federation is, as somebody declared or estimated it; append-only, the newest day counts';
comment on column business.joining_headcounts.day is 'the day the number is of';
comment on column business.joining_headcounts.recorded_by is 'null for demo data';
create index joining_headcounts_path on business.joining_headcounts (org_path, trade, day desc);
call house.by_union('business.joining_headcounts', 'select, insert');

create table business.joining_federation_members (
  federation_id uuid not null,
  union_id uuid not null,
  org_path text collate "C" not null,
  association text not null,
  case_id uuid not null,
  since_day date not null,
  primary key (federation_id, union_id)
);
comment on table business.joining_federation_members is '联合会成员工会: unions that founded a trade federation; they stay where they stand in the tree';
comment on column business.joining_federation_members.org_path is 'path of the federation';
create index joining_federation_members_path on business.joining_federation_members (org_path);
create index joining_federation_members_union on business.joining_federation_members (union_id);
call house.by_union('business.joining_federation_members');
