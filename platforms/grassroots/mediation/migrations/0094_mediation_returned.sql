-- 调解: a dispute that lies with its applicant is told apart, as its clocks stand still.
alter table business.mediation_disputes drop constraint mediation_disputes_state_check;
alter table business.mediation_disputes add constraint mediation_disputes_state_check check (state in
  ('filed', 'returned', 'accepted', 'agreed', 'failed', 'redirected', 'refused', 'withdrawn'));
comment on column business.mediation_disputes.state is 'returned: the applicant mends it, and its clocks stand still; refused: the applicant did not sign or the case was ended without mediation';
update business.mediation_disputes d set state = 'returned'
from business.cases c where c.id = d.case_id and c.status = 'returned';
