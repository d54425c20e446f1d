create table token (
  name text primary key,
  position bigint not null,
  updated_at timestamptz not null default clock_timestamp()
);
comment on table token is 'How far each process has reacted to the log.';
comment on column token.name is 'Processing group.';
comment on column token.position is 'Last position done; all before it are done or parked.';
comment on column token.updated_at is 'UTC, by the database''s clock.';

create table parked (
  name text not null,
  position bigint not null,
  sequence_key text not null,
  event_id text not null,
  event_type text not null,
  reason text not null,
  parked_at timestamptz not null default clock_timestamp(),
  primary key (name, position)
);
create index parked_sequence on parked (name, sequence_key);
comment on table parked is 'Events a process could not react to, and the later ones of their sequence, in order.';
comment on column parked.name is 'Processing group.';
comment on column parked.position is 'Position of the event.';
comment on column parked.sequence_key is 'Stream key: later events of it wait behind this one.';
comment on column parked.event_id is 'Id of the event.';
comment on column parked.event_type is 'Avro full name.';
comment on column parked.reason is 'Why, in a sentence.';
comment on column parked.parked_at is 'UTC, by the database''s clock.';
