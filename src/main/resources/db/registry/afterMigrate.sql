-- Schemas are added and never changed, since topics name their ids for ever.
do $$
begin
    if not exists (select from pg_roles where rolname = 'fairlead_app') then
        return;
    end if;
    perform pg_advisory_xact_lock(7382904252); -- Nodes that start together would change the same rows of the catalogue.
    revoke all on all tables in schema "${flyway:defaultSchema}" from fairlead_app;
    grant usage on schema "${flyway:defaultSchema}" to fairlead_app;
    grant select, insert on registered_schema, schema_reference to fairlead_app;
    grant select, insert, update, delete on subject_version, compatibility_level, registry_mode to fairlead_app;
end $$;
