-- What the application may do with the log, said again after every start of an owner, so that a store of any age has the same
-- rights: events, streams, types and schemas are added and never changed, but for how far a stream and the log have come.
do $$
declare
    leaf regclass;
begin
    if not exists (select from pg_roles where rolname = 'fairlead_app') then
        return;
    end if;
    perform pg_advisory_xact_lock(7382904252); -- Nodes that start together would change the same rows of the catalogue.
    revoke all on all tables in schema "${flyway:defaultSchema}" from fairlead_app;
    grant usage on schema "${flyway:defaultSchema}" to fairlead_app;
    grant select, insert on es_type, es_schema, es_event, es_stream, es_snapshot to fairlead_app;
    grant update (version, last_pos, last_hash) on es_stream to fairlead_app;
    grant update on es_snapshot to fairlead_app;
    -- A key that went would let its command be carried out again; old ones of clients go by es_forget_commands alone.
    grant select, insert on es_command to fairlead_app;
    grant select on es_head, es_partitioning to fairlead_app;
    grant update (last_position, last_stream_no) on es_head to fairlead_app;
    for leaf in select inhrelid::regclass from pg_inherits where inhparent = 'es_event'::regclass loop
        execute format('grant select, insert on %s to fairlead_app', leaf);
    end loop;
    grant execute on function es_make_partitions(bigint) to fairlead_app;
    grant execute on function es_require(boolean, text) to fairlead_app;
    grant execute on function es_forget_commands(timestamptz, int) to fairlead_app;
end $$;
