-- Resets made on the server itself, when nobody is left who could make one in the portal.
alter table access.resets alter column asked_by drop not null;
comment on column access.resets.asked_by is 'null: whoever runs the server, by command; the audit log says under which name of the machine';
