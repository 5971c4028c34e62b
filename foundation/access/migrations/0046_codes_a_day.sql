-- A hall of people shares one address, so that codes are limited by phone: so many a day that nobody answers.

alter table access.sign_in_codes add column unanswered smallint not null default 1;
alter table access.sign_in_codes add column unanswered_since timestamptz;
comment on column access.sign_in_codes.unanswered is 'codes sent to the phone since unanswered_since without a sign-in';
