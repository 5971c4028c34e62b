-- 久未补正: by when a returned application, whose applicant was reminded of it, is to be handed in again.
alter table business.cases add column mend_by date;
comment on column business.cases.mend_by is 'last day to hand a returned case in again, as its applicant was told; null until they are, and after every step';
