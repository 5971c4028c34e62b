-- 期限: cases that run bear the first last day that runs in them, as every step stores it from now on; and what 0052 and 0077
-- gathered of cases that were there before them is gathered also where the owner of the tables is no superuser, who is shown
-- no row of a table without a policy for them.
alter table business.cases no force row level security;
alter table business.case_actions no force row level security;
alter table business.tasks no force row level security;
alter table business.case_words no force row level security;
alter table business.case_hand_overs no force row level security;

-- What stands still has no last day, and neither has what is over.
with first as (
  select c.id, least(
    (select min((task ->> 'due')::date) from jsonb_array_elements(c.state -> 'tasks') task
      where task -> 'closed' = 'null'),
    (select min((visit #>> '{clock,due}')::date) from jsonb_array_elements(c.state -> 'tokens') visit
      where visit -> 'until' = 'null'),
    (c.state #>> '{term,due}')::date) as due
  from business.cases c where c.status = 'running')
update business.cases c set due_day = first.due
from first where first.id = c.id and c.due_day is distinct from first.due;

update business.tasks t set due_day = (c.state #>> '{term,due}')::date
from business.cases c
where c.id = t.case_id and c.status = 'running' and c.state #>> '{term,due}' is not null
  and t.state = 'open' and not t.waits and t.due_day is null;

-- The sweep gathers the rest.
insert into business.case_words (case_id, words, made)
  select c.id, left(lower(normalize(c.title, nfkc)), 2000), 0 from business.cases c
  on conflict (case_id) do nothing;

-- Those since 0077 are kept as they are made.
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
  where a.kind = 'hand-over'
    and a.at < (select applied_at from public.niangjia_migrations where number = 77)
  on conflict (case_id, seq) do nothing;

alter table business.case_hand_overs force row level security;
alter table business.case_words force row level security;
alter table business.tasks force row level security;
alter table business.case_actions force row level security;
alter table business.cases force row level security;
