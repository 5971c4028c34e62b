-- 延期与承继: a term of office that was extended, and the union that takes up what a closed one leaves.

alter table organisation.terms
  add column extended_to date check (extended_to > to_day),
  add column extended_by uuid;
comment on column organisation.terms.to_day is 'last day as elected; the committee stays until extended_to where its renewal was put off';
comment on column organisation.terms.extended_to is '延期换届: the last day the union above agreed to; extended_by is the case';

alter table organisation.unions add column successor_id uuid references organisation.unions;
comment on column organisation.unions.successor_id is 'of a closed union: the one that takes up its cases, and its members where they went there';
