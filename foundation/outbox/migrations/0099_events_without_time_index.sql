-- Nobody asks for events by when they were: they are found by id, which begins with their time.

drop index outbox.events_at;
