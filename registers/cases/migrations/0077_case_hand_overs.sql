-- 工作交接: every hand-over of a task, so that years later it can be looked up who had what from whom, and why.

create table business.case_hand_overs (
  case_id uuid not null,
  seq int not null,
  org_path text collate "C" not null,
  role text not null,
  step text not null,
  from_words text,
  to_words text,
  how text not null check (how in ('left', 'ordered', 'shared', 'returned')),
  by_words text,
  reason text not null,
  at timestamptz not null,
  primary key (case_id, seq)
);
comment on table business.case_hand_overs is '工作交接: one row for each task that went from one desk to another without its holder''s doing; appended with the action in the case''s own history';
comment on column business.case_hand_overs.seq is 'number of the action within its case';
comment on column business.case_hand_overs.org_path is 'the union of the desk that gave it away';
comment on column business.case_hand_overs.role is 'role of that desk';
comment on column business.case_hand_overs.from_words is 'who held it by name; null where whoever had the post could do it';
comment on column business.case_hand_overs.to_words is 'who has it now by name; null where it went back to the post';
comment on column business.case_hand_overs.how is 'left: the holder is gone and the house did it; ordered: a desk was handed over; shared: work was shared out; returned: that was taken back';
comment on column business.case_hand_overs.by_words is 'who ordered it; null for the house';
create index case_hand_overs_path on business.case_hand_overs (org_path, at desc);
create index case_hand_overs_at on business.case_hand_overs (at desc, case_id, seq desc);
call house.by_union('business.case_hand_overs', 'select');
revoke update on business.case_hand_overs from niangjia_system;
grant update (org_path) on business.case_hand_overs to niangjia_system;

-- Those of before, as the histories of their cases tell them; the desk is that of the task which was given away.
insert into business.case_hand_overs
  select a.case_id, a.seq, t.org_path, t.role, t.title,
    c.state #>> array['tasks', (t.number - 1)::text, 'holder', 'words'],
    a.action #>> '{parties,0,words}',
    case when said.opinion like '%安排交接：%' then 'ordered' when said.opinion like '%调整分工：%' then 'shared'
      when said.opinion like '%撤回了分工调整。' then 'returned' else 'left' end,
    nullif(substring(said.opinion from '^(.*?)(?:安排交接：|调整分工：|撤回了分工调整。)'), ''),
    coalesce(substring(said.opinion from '(?:安排交接：|调整分工：)(.*)$'),
      substring(said.opinion from '撤回了分工调整。'), said.opinion), a.at
  from business.case_actions a join business.cases c on c.id = a.case_id
    join business.tasks t on t.case_id = a.case_id and t.number = (a.action ->> 'task')::int
    cross join lateral (select coalesce(a.action ->> 'opinion', '') as opinion) said
  where a.kind = 'hand-over';
