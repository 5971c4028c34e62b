-- 在办件转入新流程: who brought running cases to another version of their flow, by what map, and what became of each; 卷宗核验: the code a case file bears.

alter table business.case_dossiers add code text;
alter table business.case_dossiers alter column purpose drop not null;
comment on table business.case_dossiers is '卷宗: one row a file that was made; only whoever made it may fetch it, anyone who has it may check it';
comment on column business.case_dossiers.code is '核验码 on its cover; null on those made before there were codes';
comment on column business.case_dossiers.purpose is 'why it holds unmasked data; null when it holds none';
create unique index case_dossiers_code on business.case_dossiers (code);
create index case_dossiers_file on business.case_dossiers (sha256);

create table business.case_flow_moves (
  id uuid primary key,
  function text not null,
  org_path text collate "C" not null,
  to_version int not null,
  to_variant int not null,
  maps jsonb not null,
  because text not null,
  asked_by uuid not null,
  asked_words text not null,
  asked_at timestamptz not null,
  wanted int not null,
  looked int not null default 0,
  moved int not null default 0,
  last_case uuid,
  ended_at timestamptz
);
comment on table business.case_flow_moves is '转入新流程: one row an order of a federation to bring running cases of a function to the flow of today';
comment on column business.case_flow_moves.maps is 'earlier flows, each with the steps that are called otherwise now';
comment on column business.case_flow_moves.wanted is 'how many cases ran on those flows when it was asked for';
comment on column business.case_flow_moves.last_case is 'cases are taken in the order of their ids; those up to this one are done';
create unique index case_flow_moves_running on business.case_flow_moves (function, org_path) where ended_at is null;
create index case_flow_moves_place on business.case_flow_moves (function, org_path, asked_at);
call house.by_union('business.case_flow_moves', 'select, insert');

create table business.case_flow_stays (
  move_id uuid not null references business.case_flow_moves (id),
  case_id uuid not null,
  org_path text collate "C" not null,
  number text not null,
  why text not null,
  primary key (move_id, case_id)
);
comment on table business.case_flow_stays is '没有转入的办件: cases that stayed on their flow, and why';
call house.by_union('business.case_flow_stays', 'select');
