-- 本地流程: what a federation changes of a function's flow for its own cases; proposed by one, agreed to by another.

create table business.case_flow_variants (
  number int generated always as identity primary key,
  function text not null,
  version int not null,
  org_path text collate "C" not null,
  from_day date not null,
  changes jsonb not null,
  state text not null check (state in ('proposed', 'agreed', 'refused')),
  proposed_by uuid not null,
  proposed_words text not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_words text,
  decided_at timestamptz,
  check (state <> 'agreed' or decided_by <> proposed_by)
);
comment on table business.case_flow_variants is '本地流程: changes of one version of a flow for cases filed at or under a federation; a later one takes the place of an earlier one, and one without changes brings the common flow back';
comment on column business.case_flow_variants.version is 'version of the flow it changes; when the flow is raised, the variant is past';
comment on column business.case_flow_variants.from_day is 'cases filed from this day on run on it; those that run already stay on their own';
comment on column business.case_flow_variants.state is 'proposed until another post-holder of the federation agrees or refuses';
create unique index case_flow_variants_waiting on business.case_flow_variants (function, org_path) where state = 'proposed';
create index case_flow_variants_function on business.case_flow_variants (function, version, from_day);
call house.by_union('business.case_flow_variants', 'select, insert, update');
grant usage on sequence business.case_flow_variants_number_seq to niangjia_staff;

alter table business.case_flows add variant int not null default 0;
alter table business.case_flows drop constraint case_flows_pkey, add primary key (function, version, variant);
comment on column business.case_flows.variant is 'number of the local flow; 0 is the common one of the version';
alter table business.cases add variant int not null default 0;
comment on column business.cases.variant is 'number of the local flow it was filed on; 0 is the common one';
