-- Rows of views are made from the log and may be made again, so the application may do with them what it wants; their shape and
-- their place are the owner's.
do $$
begin
    if not exists (select from pg_roles where rolname = 'fairlead_app') then
        return;
    end if;
    perform pg_advisory_xact_lock(7382904252); -- Nodes that start together would change the same rows of the catalogue.
    grant usage on schema "${flyway:defaultSchema}" to fairlead_app;
    grant select, insert, update, delete on all tables in schema "${flyway:defaultSchema}" to fairlead_app;
    revoke all on flyway_schema_history from fairlead_app;
end $$;
