-- Runs with the owner's rights, so whoever may call it could fill the catalogue with leaves: one call makes no more than the log
-- needs before the next.
create or replace function es_make_partitions(needed bigint) returns bigint
    language plpgsql security definer set search_path = "${flyway:defaultSchema}", pg_catalog, pg_temp as $$
declare
    p es_partitioning;
    reached bigint;
    leaf text;
begin
    select * into p from es_partitioning for update;
    select last_position into reached from es_head;
    -- The application moves the head itself, so what has leaves already counts as well.
    if needed > least(reached, p.next_from) + 2 * p.size then
        raise exception 'leaves up to position % are refused: the log has come to %', needed, reached
            using errcode = 'insufficient_privilege';
    end if;
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
