-- Books of the processes; what people asked for and what was passed over stays on record.
do $$
begin
    if not exists (select from pg_roles where rolname = 'fairlead_app') then
        return;
    end if;
    perform pg_advisory_xact_lock(7382904252); -- Nodes that start together would change the same rows of the catalogue.
    revoke all on all tables in schema "${flyway:defaultSchema}" from fairlead_app;
    grant usage on schema "${flyway:defaultSchema}" to fairlead_app;
    grant select, insert, update, delete on token, parked, node, claim, quota to fairlead_app;
    grant select, insert, update on parked_order, client_call to fairlead_app;
    grant select, insert on discarded to fairlead_app;
end $$;
