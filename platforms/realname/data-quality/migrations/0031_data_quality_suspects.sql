-- Suspects: pairs of records that may be one person, values that can hardly be true, and what people said to them.

create table business.data_quality_suspects (
  id uuid primary key,
  kind text not null,
  person_id uuid not null,
  other_id uuid,
  org_path text collate "C" not null,
  score int not null,
  evidence jsonb not null,
  state text not null default 'open' check (state in ('open', 'merged', 'not-same', 'accepted', 'gone')),
  found_at timestamptz not null,
  seen_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  note text,
  unique nulls not distinct (person_id, kind, other_id)
);
comment on table business.data_quality_suspects is '疑似重复与异常: one row a pair or a value; what was decided is kept, so that it is never shown again';
comment on column business.data_quality_suspects.kind is 'duplicate, phone, or the code of the check the value fails';
comment on column business.data_quality_suspects.other_id is 'of a duplicate the record with the higher id, of a phone its newest bearer';
comment on column business.data_quality_suspects.org_path is 'the lowest union that holds both records of a duplicate, else that of the person';
comment on column business.data_quality_suspects.evidence is 'of a duplicate its reasons, else the days and masks the sentence is made of';
comment on column business.data_quality_suspects.state is 'not-same and accepted are people''s words and stand; gone is found no more';
create index data_quality_suspects_path on business.data_quality_suspects (org_path, state, score desc);
create index data_quality_suspects_other on business.data_quality_suspects (other_id) where other_id is not null;
call house.by_union('business.data_quality_suspects');

create table business.data_quality_doubts (
  person_id uuid not null,
  suspect_id uuid not null,
  org_path text collate "C" not null,
  primary key (person_id, suspect_id)
);
comment on table business.data_quality_doubts is '存疑会员: who is part of an open duplicate or an outdated phone; a union may know that of its member without knowing of whom';
create index data_quality_doubts_suspect on business.data_quality_doubts (suspect_id);
call house.by_union('business.data_quality_doubts', 'select, delete');
