-- Unbilled work as it was known. Placeholders tables and bi: schemas of the private tables and of the views.

create function unbilled_as_of(until_date date, upto_position bigint)
returns table (source_id text, entity_id text, customer_id text, contract_id text, project_id text, line_no integer, service_date date,
    unbilled_seconds bigint, ready_amount numeric, drafted_amount numeric, currency text)
language sql stable as $body$
select m.source_id, m.legal_entity_id, m.customer_id, m.contract_id, m.project_id, m.line_no, m.service_date, sum(m.seconds),
    sum(m.ready_amount), sum(m.drafted_amount), m.currency
from ${tables}.wip_movement m
where m.accounting_date <= until_date and m.position <= upto_position
group by m.source_id, m.legal_entity_id, m.customer_id, m.contract_id, m.project_id, m.line_no, m.service_date, m.currency
having sum(m.ready_amount) <> 0 or sum(m.drafted_amount) <> 0
$body$;
comment on function unbilled_as_of(date, bigint) is 'Unbilled sources as they were known (R8): accounting date up to the day, recorded up to the position';
