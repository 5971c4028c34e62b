-- A file with unmasked data that is no record of one person's, such as the faulty rows of a roster, is looked at too.

alter table audit.looks alter column person_id drop not null;
alter table audit.looks add column about text;
alter table audit.looks add constraint looks_of_something check (num_nonnulls(person_id, about) = 1);
comment on column audit.looks.about is 'what was seen where it is nobody''s record: the file and how much it holds, without personal data';
