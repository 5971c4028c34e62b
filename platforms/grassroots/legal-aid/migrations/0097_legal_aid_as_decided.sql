-- 法律援助: a matter is granted when its application is. One that was marked so by whoever agreed beside the step, or before
-- somebody else had signed, stands as its application stands; one that was refused, with who refused it, when and why.
-- An owner who is no superuser would be shown no row of these, as anybody else without a policy.
alter table business.legal_aid_matters no force row level security;
alter table business.cases no force row level security;
alter table business.case_actions no force row level security;
update business.legal_aid_matters m
set state = case c.status when 'running' then 'filed' when 'rejected' then 'refused' else c.status end,
  decided_at = refusal.at, decided_by = refusal.account_id, decided_why = nullif(refusal.action ->> 'opinion', '')
from business.cases c left join lateral (
  select a.at, a.account_id, a.action from business.case_actions a
  where a.case_id = c.id and a.kind = 'reject' and c.status = 'rejected'
  order by a.seq desc limit 1) refusal on true
where m.case_id = c.id and m.state = 'granted' and c.status <> 'approved';
alter table business.case_actions force row level security;
alter table business.cases force row level security;
alter table business.legal_aid_matters force row level security;
