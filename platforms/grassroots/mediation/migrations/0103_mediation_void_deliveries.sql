-- 调解: a file that went to the wrong place, or was not taken there, stands no more, and another of its kind may follow.
alter table business.mediation_deliveries
  add column voided_at timestamptz,
  add column voided_by uuid,
  add column void_why text,
  add constraint mediation_deliveries_void_check
    check ((voided_at is null) = (void_why is null) and (voided_at is not null or voided_by is null));
comment on column business.mediation_deliveries.voided_at is '未受理或者送错: when it was said that it was not taken, or went to the wrong place; the job that hands over leaves it';
comment on table business.mediation_deliveries is '卷宗移送: a dispute''s whole file handed to a court or an arbitration body; one of a kind stands; the receipt is kept';
alter table business.mediation_deliveries drop constraint mediation_deliveries_case_id_kind_key;
create unique index mediation_deliveries_standing on business.mediation_deliveries (case_id, kind) where voided_at is null;
-- All of a dispute are listed, and the other index knows only those that stand.
create index mediation_deliveries_case on business.mediation_deliveries (case_id, made_at);
