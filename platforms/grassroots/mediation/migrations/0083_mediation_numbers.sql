-- 调解: a dispute is found by the number people quote; the house, too, puts a mediator to one, when work is handed over.
create index mediation_disputes_number on business.mediation_disputes (number);
alter table business.mediation_assignments alter column by_account drop not null;
comment on column business.mediation_assignments.by_account is 'null: the house, as when work is handed over';
