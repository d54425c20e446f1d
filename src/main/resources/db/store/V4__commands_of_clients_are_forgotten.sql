-- Keys of clients are kept for 90 days, in which a client sends again what it got no answer to. Those of processes and gateways
-- are kept for ever: their keys follow from events, and a reaction that starts over sends them all again. A client is named
-- issuer|subject, nothing else has that bar. The index holds rows of clients only, so that what is forgotten costs the same
-- however long the history of the others is; it takes the place of one that no statement used.
drop index es_command_age;
create index es_command_of_clients on es_command (ts) where position('|' in client) > 0;

-- Runs with the owner's rights, so that the application may forget what is old and nothing else. Of two clocks the earlier counts.
create function es_forget_commands(at timestamptz, at_most int) returns int
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_catalog, pg_temp as $$
declare
    gone int;
begin
    delete from es_command where ctid = any (array(
        select ctid from es_command
        where position('|' in client) > 0 and ts < least(at, clock_timestamp()) - interval '90 days'
        order by ts limit at_most for update skip locked));
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke execute on function es_forget_commands(timestamptz, int) from public;
comment on table es_command is
    'Accepted commands; positions are 0 where a command changed nothing. Those of clients are forgotten after 90 days.';

do $$
begin
    if exists (select from pg_roles where rolname = 'fairlead_app') then
        revoke delete on es_command from fairlead_app;
        grant execute on function es_forget_commands(timestamptz, int) to fairlead_app;
    end if;
end $$;
