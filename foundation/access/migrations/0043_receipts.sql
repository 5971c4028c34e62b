-- Receipts hold what the answer held, such as a first password: sealed from now on. Earlier ones keep their key and lose
-- their words, so that a command repeated across the upgrade is still one act.

alter table access.receipts drop column answer;
alter table access.receipts add column id uuid not null default gen_random_uuid();
alter table access.receipts add column answer_cipher bytea;
comment on column access.receipts.id is 'the row an answer is sealed for';
comment on column access.receipts.answer_cipher is 'the answer as JSON, sealed; null where there was nothing to repeat';
grant delete on access.receipts to niangjia_staff, niangjia_person;
