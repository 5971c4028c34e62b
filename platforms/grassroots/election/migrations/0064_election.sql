-- 换届与调整: elections at living unions, changes within a term, unions renamed, merged or closed, and who was reminded.

create table business.election_results (
  case_id uuid primary key,
  union_id uuid not null,
  org_path text collate "C" not null,
  term_id uuid not null,
  day date not null,
  decision jsonb not null,
  file_by_day date
);
comment on table business.election_results is '换届结果: the count behind a term of office, with the numbers it was judged by; the committees are in organisation.committee_seats';
comment on column business.election_results.decision is 'the decision with its facts and the parameters it read, to be replayed';
comment on column business.election_results.file_by_day is 'last day to file the change of legal person (法定代表人变更); null where the union is none or the chair stayed';
create index election_results_union on business.election_results (union_id, day desc);
create index election_results_path on business.election_results (org_path);
call house.by_union('business.election_results', 'select, insert');

create table business.election_changes (
  case_id uuid primary key,
  union_id uuid not null,
  org_path text collate "C" not null,
  term_id uuid not null,
  body text not null check (body in ('committee', 'audit', 'women')),
  office text not null check (office in ('chair', 'vice-chair', 'member')),
  leaver text,
  reason text not null,
  last_day date,
  successor text,
  from_day date,
  decision jsonb not null,
  file_by_day date,
  check (leaver is not null or successor is not null)
);
comment on table business.election_changes is '届中调整: one office of a union changed hands within a term; the seats are in organisation.committee_seats';
comment on column business.election_changes.reason is 'transfer, resign, retire, recall, other; none where a vacancy was filled';
create index election_changes_union on business.election_changes (union_id, from_day desc);
create index election_changes_path on business.election_changes (org_path);
call house.by_union('business.election_changes', 'select, insert');

create table business.election_mergers (
  case_id uuid primary key,
  union_id uuid not null,
  org_path text collate "C" not null,
  way text not null check (way in ('rename', 'merge', 'close')),
  receiver_id uuid,
  kept boolean not null,
  members int not null default 0 check (members >= 0),
  unions int not null default 0 check (unions >= 0),
  begun_day date not null,
  done_day date
);
comment on table business.election_mergers is '更名合并撤销: what was decided of a union, and how far carrying its members has come';
comment on column business.election_mergers.receiver_id is 'the union that takes up members and cases; null for a new name';
comment on column business.election_mergers.kept is 'memberships are kept (保留会籍) from then on, since the employer is gone';
comment on column business.election_mergers.members is 'carried so far';
comment on column business.election_mergers.unions is 'unions below that went with it';
comment on column business.election_mergers.done_day is 'null while members are still being carried';
create index election_mergers_path on business.election_mergers (org_path);
call house.by_union('business.election_mergers');

create table business.election_reminders (
  term_id uuid not null,
  end_day date not null,
  ahead int not null,
  union_id uuid not null,
  org_path text collate "C" not null,
  day date not null,
  told int not null,
  by_account uuid,
  primary key (term_id, end_day, ahead)
);
comment on table business.election_reminders is '届满提醒: told once for each of the days before a term ends';
comment on column business.election_reminders.end_day is 'the last day in office when it was told; another one, put off, is reminded of anew';
comment on column business.election_reminders.ahead is 'how many days before the end this reminder is due, such as 180';
comment on column business.election_reminders.told is 'how many people were told, at the union and at the one above';
comment on column business.election_reminders.by_account is 'who had it told by hand; null for the clock';
create index election_reminders_path on business.election_reminders (org_path);
call house.by_union('business.election_reminders', 'select, insert');
