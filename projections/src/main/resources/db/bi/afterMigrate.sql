-- Views for readers: whoever makes reports logs in as fairlead_bi and sees these and nothing else.
do $$
declare
    reader text;
begin
    perform pg_advisory_xact_lock(7382904252); -- Nodes that start together would change the same rows of the catalogue.
    for reader in select rolname from pg_roles where rolname in ('fairlead_app', 'fairlead_bi') loop
        execute format('grant usage on schema "${flyway:defaultSchema}" to %I', reader);
        execute format('grant select on all tables in schema "${flyway:defaultSchema}" to %I', reader);
        execute format('revoke all on "${flyway:defaultSchema}".flyway_schema_history from %I', reader);
    end loop;
end $$;
