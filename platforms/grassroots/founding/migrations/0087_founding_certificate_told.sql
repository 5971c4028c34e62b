-- 工会法人资格证书: that it is to be renewed, or has lapsed, is told once each.
alter table business.founding_certificates add column told text check (told in ('renew', 'lapsed'));
comment on column business.founding_certificates.told is 'the last that its union heard of it by the clock: it may be renewed now, or is valid no more';
