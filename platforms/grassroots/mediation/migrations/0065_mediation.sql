-- 劳动争议调解: disputes and what was asked, who mediates and why they may, sittings, agreements, money paid, files handed on.

create table business.mediation_disputes (
  case_id uuid primary key,
  number text not null,
  org_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  account_id uuid not null,
  oral boolean not null,
  applicant_mask text not null,
  respondent text not null,
  people int not null check (people >= 1),
  claimed_fen bigint not null check (claimed_fen >= 0),
  wants_confirmation boolean not null,
  state text not null
    check (state in ('filed', 'accepted', 'agreed', 'failed', 'redirected', 'refused', 'withdrawn')),
  filed_at timestamptz not null,
  accept_due_day date not null,
  accepted_at timestamptz,
  mediator_post uuid,
  mediator_account uuid,
  due_day date not null,
  closed_at timestamptz,
  closed_day date,
  agreed_fen bigint check (agreed_fen >= 0),
  check ((closed_at is null) = (closed_day is null)),
  check ((mediator_post is null) = (mediator_account is null))
);
comment on table business.mediation_disputes is '劳动争议: one row a dispute; follows its case, only the house writes it';
comment on column business.mediation_disputes.org_path is 'the county federation where the employer is';
comment on column business.mediation_disputes.oral is '口头申请: recorded by an officer for the worker';
comment on column business.mediation_disputes.accept_due_day is 'last day to accept it or to say where to go';
comment on column business.mediation_disputes.accepted_at is 'when it was accepted, or told where to go';
comment on column business.mediation_disputes.due_day is 'last day to close it; later by as long as the applicant mended';
comment on column business.mediation_disputes.state is 'refused: the applicant did not sign or the case was ended without mediation';
create index mediation_disputes_path on business.mediation_disputes (org_path, filed_at desc);
create index mediation_disputes_open on business.mediation_disputes (due_day) where closed_at is null;
create index mediation_disputes_mediator on business.mediation_disputes (mediator_account, filed_at desc);
create index mediation_disputes_person on business.mediation_disputes (person_id) where person_id is not null;
call house.by_union('business.mediation_disputes', 'select');
call house.by_person('business.mediation_disputes');

create table business.mediation_claims (
  case_id uuid not null,
  line int not null,
  org_path text collate "C" not null,
  kind text not null,
  amount_fen bigint check (amount_fen >= 0),
  words text not null,
  primary key (case_id, line)
);
comment on table business.mediation_claims is '请求事项: what the applicant asks for, as filed';
create index mediation_claims_path on business.mediation_claims (org_path);
call house.by_union('business.mediation_claims', 'select');

create table business.mediation_evidence (
  case_id uuid not null,
  file_id uuid not null,
  org_path text collate "C" not null,
  name text not null,
  kind text not null,
  sha256 text not null,
  primary key (case_id, file_id)
);
comment on table business.mediation_evidence is '证据: files as they were handed in; the hash says that they are the same still';
create index mediation_evidence_path on business.mediation_evidence (org_path);
call house.by_union('business.mediation_evidence', 'select');

create table business.mediation_interests (
  id uuid primary key,
  org_path text collate "C" not null,
  account_id uuid not null,
  kind text not null check (kind in ('employed', 'shareholder', 'represented', 'relative', 'other')),
  name text not null,
  note text,
  declared_at timestamptz not null,
  declared_by uuid not null,
  ended_at timestamptz
);
comment on table business.mediation_interests is '利害关系申报: firms and people a mediator may not mediate for; never deleted, only ended';
comment on column business.mediation_interests.account_id is 'the mediator';
comment on column business.mediation_interests.name is 'a firm, or a person such as a relative or an earlier client';
create index mediation_interests_account on business.mediation_interests (account_id);
create index mediation_interests_path on business.mediation_interests (org_path);
call house.by_union('business.mediation_interests', 'select');
call house.by_account('business.mediation_interests', 'select, insert, update');

create table business.mediation_assignments (
  id uuid primary key,
  case_id uuid not null,
  org_path text collate "C" not null,
  post_id uuid not null,
  account_id uuid not null,
  decision jsonb not null,
  at timestamptz not null,
  by_account uuid not null
);
comment on table business.mediation_assignments is '调解员分派: who was put to a dispute, with the decision that nothing stood against it, which can be replayed';
create index mediation_assignments_case on business.mediation_assignments (case_id, at);
create index mediation_assignments_path on business.mediation_assignments (org_path);
call house.by_union('business.mediation_assignments', 'select');

create table business.mediation_sessions (
  id uuid primary key,
  case_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  starts_at timestamptz not null,
  place text not null,
  called_at timestamptz not null,
  called_by uuid not null,
  called_off_at timestamptz,
  called_off_why text,
  reminded_at timestamptz,
  check ((called_off_at is null) = (called_off_why is null))
);
comment on table business.mediation_sessions is '调解会议: a sitting as it was called; what happened there stands in mediation_minutes';
create index mediation_sessions_case on business.mediation_sessions (case_id, starts_at);
create index mediation_sessions_path on business.mediation_sessions (org_path);
create index mediation_sessions_ahead on business.mediation_sessions (starts_at)
  where reminded_at is null and called_off_at is null;
call house.by_union('business.mediation_sessions', 'select');
call house.by_person('business.mediation_sessions');

create table business.mediation_minutes (
  id uuid primary key,
  session_id uuid not null,
  case_id uuid not null,
  org_path text collate "C" not null,
  present text not null,
  words text not null,
  offers jsonb not null,
  at timestamptz not null,
  by_account uuid not null,
  by_words text not null
);
comment on table business.mediation_minutes is '调解笔录: appended; what was wrong is put right by another entry';
comment on column business.mediation_minutes.offers is '调解方案: list of {side, amountFen, words}, in the order in which they were made';
create index mediation_minutes_session on business.mediation_minutes (session_id, at);
create index mediation_minutes_case on business.mediation_minutes (case_id, at);
create index mediation_minutes_path on business.mediation_minutes (org_path);
call house.by_union('business.mediation_minutes', 'select');

create table business.mediation_agreements (
  case_id uuid primary key,
  number text not null,
  org_path text collate "C" not null,
  person_id uuid,
  terms jsonb not null,
  total_fen bigint not null check (total_fen >= 0),
  signed_at timestamptz not null,
  signer_mask text not null,
  mediator text not null,
  effective_day date not null,
  confirm_until_day date not null,
  joint boolean not null,
  document_sha256 text not null,
  document_size int not null
);
comment on table business.mediation_agreements is '调解协议: signed by both sides and the mediator, with the body''s seal; never changed';
comment on column business.mediation_agreements.terms is 'list of {what, amountFen, payByDay, manner}';
comment on column business.mediation_agreements.signer_mask is 'who signed for the employer, masked; the paper lies with the case';
comment on column business.mediation_agreements.confirm_until_day is 'last day for both sides to ask the court for 司法确认 together';
comment on column business.mediation_agreements.joint is 'both sides asked for 司法确认 when they signed';
create index mediation_agreements_path on business.mediation_agreements (org_path, effective_day desc);
call house.by_union('business.mediation_agreements', 'select');
call house.by_person('business.mediation_agreements');

create table business.mediation_recoveries (
  id uuid primary key,
  case_id uuid not null,
  org_path text collate "C" not null,
  person_id uuid,
  day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  how text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
comment on table business.mediation_recoveries is '追回款项: money a worker really received, appended; the sum is what counts as recovered';
create index mediation_recoveries_case on business.mediation_recoveries (case_id, day);
create index mediation_recoveries_path on business.mediation_recoveries (org_path, day);
call house.by_union('business.mediation_recoveries', 'select');
call house.by_person('business.mediation_recoveries');

create table business.mediation_deliveries (
  id uuid primary key,
  case_id uuid not null,
  org_path text collate "C" not null,
  kind text not null check (kind in ('confirmation', 'arbitration', 'court')),
  partner text not null,
  reason text not null,
  documents jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  receipt text,
  received_at timestamptz,
  receipt_from text check (receipt_from in ('exchange', 'hand')),
  check ((receipt is null) = (received_at is null) and (receipt is null) = (receipt_from is null)),
  unique (case_id, kind)
);
comment on table business.mediation_deliveries is '卷宗移送: a dispute''s whole file handed to a court or an arbitration body once; the receipt is kept';
comment on column business.mediation_deliveries.documents is 'list of {name, type, sha256, size}; the bytes lie in the vault';
comment on column business.mediation_deliveries.receipt_from is 'exchange: the partner''s system answered; hand: entered from their paper';
create index mediation_deliveries_path on business.mediation_deliveries (org_path, made_at desc);
call house.by_union('business.mediation_deliveries', 'select');

create table business.mediation_warnings (
  case_id uuid not null,
  colour text not null check (colour in ('amber', 'red')),
  org_path text collate "C" not null,
  due_day date not null,
  at timestamptz not null,
  told int not null,
  primary key (case_id, colour, due_day)
);
comment on table business.mediation_warnings is '督办预警: each warning is given once for a due day';
create index mediation_warnings_path on business.mediation_warnings (org_path, at desc);
call house.by_union('business.mediation_warnings', 'select');

-- A mediator reads what they mediate, whatever else their post lets them see.
create policy by_mediator on business.mediation_disputes for select to niangjia_staff
  using (mediator_account = house.account());
create policy with_dispute on business.mediation_claims for select to niangjia_staff
  using (exists (select from business.mediation_disputes d where d.case_id = mediation_claims.case_id));
create policy with_dispute on business.mediation_evidence for select to niangjia_staff
  using (exists (select from business.mediation_disputes d where d.case_id = mediation_evidence.case_id));
create policy with_dispute on business.mediation_assignments for select to niangjia_staff
  using (exists (select from business.mediation_disputes d where d.case_id = mediation_assignments.case_id));
create policy with_dispute on business.mediation_sessions for select to niangjia_staff
  using (exists (select from business.mediation_disputes d where d.case_id = mediation_sessions.case_id));
create policy with_dispute on business.mediation_minutes for select to niangjia_staff
  using (exists (select from business.mediation_disputes d where d.case_id = mediation_minutes.case_id));
create policy with_dispute on business.mediation_agreements for select to niangjia_staff
  using (exists (select from business.mediation_disputes d where d.case_id = mediation_agreements.case_id));
create policy with_dispute on business.mediation_recoveries for select to niangjia_staff
  using (exists (select from business.mediation_disputes d where d.case_id = mediation_recoveries.case_id));
create policy with_dispute on business.mediation_deliveries for select to niangjia_staff
  using (exists (select from business.mediation_disputes d where d.case_id = mediation_deliveries.case_id));
