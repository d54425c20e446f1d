-- What stands on the tables and views that change is made anew after the last script; see db/bi/afterMigrate__bounded.sql.
do $$
begin
    perform set_config('client_min_messages', 'warning', true); -- What falls with them is no news.
    if '${flyway:defaultSchema}' = 'projection' then -- Tables of a generation carry nothing.
        drop schema if exists bound_bi cascade;
        drop schema if exists bound cascade;
    end if;
end $$;
