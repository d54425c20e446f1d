-- The event store: append-only events, one row per stream as the concurrency check, accepted commands.

create table es_type (
    type_no int primary key,
    name text collate "C" not null unique
);
comment on table es_type is 'Names of aggregate types and event types, by number.';

create table es_schema (
    schema_fp bigint primary key,
    schema_json text not null
);
comment on table es_schema is 'Every schema that a stored event was written with; the key is CRC-64-AVRO of the text.';

create table es_stream (
    stream_no bigint primary key,
    aggregate_id text collate "C" not null unique,
    type_no int not null references es_type,
    version bigint not null,
    first_pos bigint not null,
    last_pos bigint not null,
    last_hash bytea not null
) with (fillfactor = 70);
comment on column es_stream.version is 'How many events the stream has; the next sequence number.';

create table es_event (
    position bigint not null,
    stream_no bigint not null,
    seq bigint not null,
    event_id text collate "C" not null,
    type_no int not null,
    schema_fp bigint not null,
    ts timestamptz not null,
    meta bytea not null,
    payload bytea not null,
    hash bytea not null
) partition by range (position);
comment on column es_event.position is 'From 1, dense, in commit order.';
comment on column es_event.hash is 'SHA-256 over the fields and the stream''s previous hash.';

create table es_snapshot (
    stream_no bigint primary key references es_stream,
    seq bigint not null,
    event_id text collate "C" not null,
    ts timestamptz not null,
    payload_type text not null,
    payload_revision text,
    payload bytea not null,
    meta bytea not null
);

create table es_command (
    client text collate "C" not null,
    key text collate "C" not null,
    request_hash bytea not null,
    first_pos bigint not null,
    last_pos bigint not null,
    ts timestamptz not null,
    primary key (client, key)
);
comment on table es_command is 'Accepted commands; positions are 0 where a command changed nothing.';
create index es_command_age on es_command using brin (ts);

create table es_head (
    one boolean primary key default true check (one),
    last_position bigint not null,
    last_stream_no bigint not null
) with (fillfactor = 10);
comment on table es_head is 'The counters; changed only under the append lock, so that positions are dense.';
insert into es_head (last_position, last_stream_no) values (0, 0);

create table es_partitioning (
    one boolean primary key default true check (one),
    size bigint not null check (size > 0),
    next_from bigint not null
);
comment on table es_partitioning is 'How many positions one leaf of es_event holds, and where the next leaf begins.';
insert into es_partitioning (size, next_from) values (5000000, 1);

create function es_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the event log is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger es_event_append_only before update or delete on es_event
    for each row execute function es_refuse_change();
create trigger es_event_no_truncate before truncate on es_event
    for each statement execute function es_refuse_change();

-- Runs with the owner's rights, so that the application's role needs none to create tables. Attaching takes only a lock
-- that neither readers nor writers wait for.
create function es_make_partitions(needed bigint) returns bigint
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_catalog, pg_temp as $$
declare
    p es_partitioning;
    leaf text;
begin
    select * into p from es_partitioning for update;
    while p.next_from <= needed loop
        leaf := 'es_event_p' || p.next_from;
        execute format('create table %I (like es_event including defaults including comments)', leaf);
        execute format('alter table %I add primary key (position)', leaf);
        execute format('alter table %I add unique (stream_no, seq)', leaf);
        execute format(
            'alter table %I add check (position >= %s and position < %s)', leaf, p.next_from, p.next_from + p.size);
        execute format(
            'alter table es_event attach partition %I for values from (%s) to (%s)',
            leaf, p.next_from, p.next_from + p.size);
        execute format(
            'create trigger es_event_no_truncate before truncate on %I for each statement execute function es_refuse_change()',
            leaf);
        if exists (select from pg_roles where rolname = 'fairlead_app') then
            execute format('grant select, insert on %I to fairlead_app', leaf);
        end if;
        p.next_from := p.next_from + p.size;
    end loop;
    update es_partitioning set next_from = p.next_from;
    return p.next_from;
end $$;
revoke execute on function es_make_partitions(bigint) from public;

-- The role for the application is made where the migrating user may; a database with one plain user works without it.
do $$
begin
    if not exists (select from pg_roles where rolname = 'fairlead_app')
        and exists (select from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)) then
        create role fairlead_app nologin;
    end if;
    if exists (select from pg_roles where rolname = 'fairlead_app') then
        grant usage on schema "${flyway:defaultSchema}" to fairlead_app;
        grant select, insert on es_type, es_schema, es_event to fairlead_app;
        grant select, insert, update on es_stream, es_snapshot to fairlead_app;
        grant select, insert, delete on es_command to fairlead_app;
        grant select, update on es_head to fairlead_app;
        grant select on es_partitioning to fairlead_app;
        grant execute on function es_make_partitions(bigint) to fairlead_app;
    end if;
end $$;

select es_make_partitions(1);
