-- Events on their way: written with the change they tell of, handed on by the worker, at least once.

create table outbox.events (
  id uuid primary key,
  name text not null,
  at timestamptz not null,
  org_path text collate "C",
  body jsonb not null,
  request_id text not null
);
comment on table outbox.events is '事件: what happened, in the same transaction as the change itself';
comment on column outbox.events.name is 'room and past tense, such as roster.imported';
create index events_at on outbox.events (at);
call house.written('outbox.events', 'niangjia_staff, niangjia_person, niangjia_door');

create table outbox.waiting (
  event_id uuid primary key,
  name text not null
);
comment on table outbox.waiting is 'events not yet handed to their reactions';
call house.written('outbox.waiting', 'niangjia_staff, niangjia_person, niangjia_door');

create table outbox.deliveries (
  event_id uuid not null,
  reaction text not null,
  at timestamptz not null,
  primary key (event_id, reaction)
);
comment on table outbox.deliveries is 'reactions done, written in the transaction of their effect, so that a second delivery does nothing';
call house.guard('outbox.deliveries');
