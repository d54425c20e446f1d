-- The same tables and views as somebody sees them who acts for some companies only: schema bound stands for the tables, bound_bi
-- for the views of bi. The companies stand in the session, fairlead.companies, as legal-entity:<code>, comma separated; a session
-- that names none sees nothing of any company. Whoever logs in as bi_<code> reads bound_bi and sees this one company, whatever his
-- session says.
--
-- Made anew when this text, the tables or the views of bi have changed. A table or view of which nothing here says whose its rows
-- are has no counterpart: whoever asks for it is refused, not shown all.
do $body$
declare
    -- What all companies of the firm share: who sees one of them sees these.
    shared constant text[] := array['customer', 'customer_alias', 'customer_change', 'customer_reference',
        'customer_tax_profile', 'exchange_rate', 'holiday_calendar'];
    -- Parts, by the key of the whole, which knows its company. The first that a table has counts.
    wholes constant text[][] := array[
        ['credit_note', 'credit_note_id'], ['receipt', 'receipt_id'], ['customer_credit', 'customer_credit_id'],
        ['invoice', 'invoice_id'], ['number_series', 'number_series_id'], ['time_entry', 'time_entry_id'],
        ['deal', 'deal_id'], ['project', 'project_id'], ['contract', 'contract_id'], ['person', 'person_id']];
    mine constant text := ' = any ((select bound.companies())::text[])';
    made record;
    whole text[];
    which text;
    edition text;
begin
    select md5(current_query()) || ' ' || (select max(installed_rank) from "${tables}".flyway_schema_history)
        || ' ' || (select max(installed_rank) from "${bi}".flyway_schema_history)
        || ' ' || (select coalesce(md5(string_agg(rolname, ',' order by rolname)), '') from pg_roles where rolname like 'bi\_%')
        into edition;
    if obj_description(to_regnamespace('bound'), 'pg_namespace') = edition then
        return;
    end if;
    perform set_config('client_min_messages', 'warning', true); -- What falls with them is no news.
    drop schema if exists bound_bi cascade;
    drop schema if exists bound cascade;
    create schema bound;
    create schema bound_bi;
    create function bound.companies() returns text[] language sql stable as
        $$ select case when session_user like 'bi\_%' then array['legal-entity:' || substr(session_user, 4)]
            else string_to_array(coalesce(current_setting('fairlead.companies', true), ''), ',') end $$;

    for made in
        select c.relname as name, array_agg(a.attname::text) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = '${tables}'::regnamespace and c.relkind = 'r'
        group by c.relname
    loop
        which := case
            when made.name = any (shared) then 'true'
            when 'legal_entity_id' = any (made.columns) then 'x.legal_entity_id' || mine
            when made.name = 'transfer_rate' then '(x.employer_id' || mine || ' or x.seller_id' || mine || ')'
            -- A portion's invoice comes late, its source is there from the first day.
            when made.name = 'work_portion' then 'exists (select from "${tables}".unbilled_work w'
                ' where w.source_id = x.source_id and w.legal_entity_id' || mine || ')'
            when made.name = 'rate' then
                -- Rates that were agreed with a customer are the group's, as the customer is.
                '(x.owner_id like ''customer:%'' or x.owner_id' || mine
                || ' or exists (select from "${tables}".contract c where c.contract_id = x.owner_id and c.legal_entity_id' || mine
                || ') or exists (select from "${tables}".project p where p.project_id = x.owner_id and p.legal_entity_id' || mine
                || '))'
        end;
        if which is null then
            foreach whole slice 1 in array wholes loop
                if which is null and whole[2] = any (made.columns) then
                    which := format('exists (select from "${tables}".%I w where w.%I = x.%I and w.legal_entity_id' || mine || ')',
                        whole[1], whole[2], whole[2]);
                end if;
            end loop;
        end if;
        if which is not null then
            execute format('create view bound.%I as select x.* from "${tables}".%I x where %s', made.name, made.name, which);
        end if;
    end loop;

    for made in
        select c.relname as name, array_agg(a.attname::text) as columns
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = '${bi}'::regnamespace and c.relkind = 'v'
        group by c.relname
    loop
        which := case
            when made.name in ('dim_currency', 'dim_customer', 'dim_date', 'dim_exchange_rate', 'dim_role') then 'true'
            when made.name = 'dim_rate' then
                'exists (select from bound.rate w where w.rate_card_id = x.rate_card_id and w.rate_id = x.rate_id)'
            when 'entity_id' = any (made.columns) then 'x.entity_id' || mine
            when 'legal_entity_id' = any (made.columns) then 'x.legal_entity_id' || mine
            when 'invoice_id' = any (made.columns) then
                'exists (select from bound.invoice w where w.invoice_id = x.invoice_id)'
            when 'credit_note_id' = any (made.columns) then
                'exists (select from bound.credit_note w where w.credit_note_id = x.credit_note_id)'
            when made.name !~ '_by_contract$' and 'contract_id' = any (made.columns) then
                'exists (select from bound.contract w where w.contract_id = x.contract_id)'
        end;
        if which is not null then
            execute format('create view bound_bi.%I with (security_barrier) as select x.* from "${bi}".%I x where %s', made.name, made.name, which);
        end if;
    end loop;

    -- Sums that leave the company out are made of what is bounded, instead of being chosen from.
    perform set_config('search_path', 'pg_catalog', true); -- So that definitions name every schema.
    for made in
        select c.relname as name, pg_get_viewdef(c.oid) as definition
        from pg_class c
        where c.relnamespace = '${bi}'::regnamespace and c.relkind = 'v' and c.relname ~ '_by_(customer|contract|project)$'
            and to_regclass('bound_bi.' || quote_ident(c.relname)) is null
    loop
        execute format('create view bound_bi.%I with (security_barrier) as %s', made.name, replace(made.definition, '${bi}.', 'bound_bi.'));
    end loop;
    perform set_config('search_path', '${bi}', true);

    for made in
        select p.proname as name, pg_get_function_identity_arguments(p.oid) as arguments, pg_get_function_result(p.oid) as result,
            (select string_agg('$' || n, ', ' order by n) from generate_series(1, p.pronargs) n) as handed
        from pg_proc p
        where p.pronamespace = '${bi}'::regnamespace and pg_get_function_result(p.oid) ~ '\mentity_id text'
    loop
        execute format('create function bound_bi.%I(%s) returns %s language sql stable as %L', made.name, made.arguments, made.result,
            format('select x.* from "${bi}".%I(%s) x where x.%s' || mine, made.name, made.handed,
                case when made.result ~ '\mlegal_entity_id' then 'legal_entity_id' else 'entity_id' end));
    end loop;

    if exists (select from pg_roles where rolname = 'fairlead_app') then
        perform pg_advisory_xact_lock(7382904252); -- Nodes that start together would change the same rows of the catalogue.
        grant usage on schema bound, bound_bi to fairlead_app;
        grant select on all tables in schema bound, bound_bi to fairlead_app;
    end if;
    for made in select rolname as name from pg_roles where rolname like 'bi\_%' loop
        execute format('grant usage on schema bound_bi to %I', made.name);
        execute format('grant select on all tables in schema bound_bi to %I', made.name);
    end loop;
    execute format('comment on schema bound is %L', edition);
end $body$;
