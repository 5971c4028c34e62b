-- 提案: a seconder whose record was merged into another seconds as that one, and as themselves again when it is undone.
alter table business.proposals_seconders add column record_id uuid;
comment on column business.proposals_seconders.record_id is 'the record they were invited under, while it is merged into that of person_id; else null';
