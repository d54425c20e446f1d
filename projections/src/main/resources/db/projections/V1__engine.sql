-- How far each projection has come, and what it could not fold.

create table token (
    name       text not null,
    position   bigint not null,
    updated_at timestamptz not null,
    primary key (name)
);
comment on table token is 'How far each projection has come';
comment on column token.name is 'the projection';
comment on column token.position is 'place in the log of the last event folded or parked';
comment on column token.updated_at is 'when the token last moved, by the database''s clock';

create table parked_event (
    projection   text not null,
    aggregate_id text not null,
    position     bigint not null,
    sequence     bigint not null,
    event_id     text not null,
    type         text not null,
    reason       text not null,
    parked_at    timestamptz not null,
    primary key (projection, position)
);
create index parked_event_projection_aggregate_id_position_idx on parked_event (projection, aggregate_id, position);
comment on table parked_event is 'Events that a projection could not fold, in order per aggregate; they wait, they are never dropped';
comment on column parked_event.projection is 'the projection that could not fold it';
comment on column parked_event.aggregate_id is 'stream of the event; later events of the stream wait behind it';
comment on column parked_event.position is 'place of the event in the log';
comment on column parked_event.sequence is 'place of the event in its stream';
comment on column parked_event.event_id is 'the event, UUID';
comment on column parked_event.type is 'Avro full name of the event';
comment on column parked_event.reason is 'what went wrong, or which earlier event it waits for';
comment on column parked_event.parked_at is 'when it was parked, by the database''s clock';
