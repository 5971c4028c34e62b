-- 法律援助: a lawyer whose post is over is off the register, and the county has heard of what they left.
alter table business.legal_aid_lawyers add column left_at timestamptz,
  add constraint legal_aid_lawyers_left check (left_at is null or not active);
comment on column business.legal_aid_lawyers.left_at is 'when it was seen that their post is over; null while they hold it';
