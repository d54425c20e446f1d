-- Work given up, and what of the time is unbilled. Placeholder tables: the schema of the private tables.

create or replace view fact_wip_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, line_no, source_id, portion_no, kind, service_date, accounting_date, seconds as unbilled_seconds,
    ready_amount, drafted_amount, billed_amount, currency, rule_version, written_off_amount
from ${tables}.wip_movement;
comment on column fact_wip_movement.written_off_amount is 'change of what is given up';
comment on column fact_wip_movement.kind is
    'priced, ready, repriced, corrected, withdrawn, drafted, undrafted, billed, reopened or written_off';
comment on column fact_time_movement.kind is 'approved, corrected or withdrawn';
comment on column fact_cost_movement.kind is 'time or recosted';

create or replace view unbilled_source as
select source_id, source_kind, legal_entity_id as entity_id, customer_id, contract_id, project_id, line_no, service_date,
    accounting_date, ready_seconds + drafted_seconds as unbilled_seconds, ready_amount, drafted_amount, currency,
    invoice_id, rule_version, deferred_until, case when in_doubt then 'approval in doubt' else deferred_because end as held_because
from ${tables}.unbilled_work
where ready_amount <> 0 or drafted_amount <> 0;
comment on column unbilled_source.deferred_until is 'runs with a cut-off from this day on take it again; null means at once';
comment on column unbilled_source.held_because is 'why it is held; null when it is not';

create view fact_work_portion as
select p.source_id, p.portion_no, p.position as event_position, w.legal_entity_id as entity_id, w.customer_id, w.contract_id, w.project_id,
    w.line_no, p.invoice_id, p.invoice_line_no, p.state, p.seconds as portion_seconds, p.amount as portion_amount,
    p.credited_seconds, p.credited_amount, p.currency
from ${tables}.work_portion p
join ${tables}.unbilled_work w on w.source_id = p.source_id;
comment on view fact_work_portion is 'Parts of time entries and billing items on drafts and invoices';
comment on column fact_work_portion.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column fact_work_portion.portion_no is 'from 1; the number of a released portion is given again';
comment on column fact_work_portion.event_position is 'place in the log of its last event';
comment on column fact_work_portion.entity_id is 'seller, legal-entity:<code>';
comment on column fact_work_portion.customer_id is 'buyer, customer:<code>';
comment on column fact_work_portion.contract_id is 'contract:<key>';
comment on column fact_work_portion.project_id is 'project:<key>';
comment on column fact_work_portion.line_no is 'contract line that pays';
comment on column fact_work_portion.invoice_id is 'draft or invoice, invoice:<uuid>';
comment on column fact_work_portion.invoice_line_no is 'line of the issued invoice; null before';
comment on column fact_work_portion.state is 'drafted, released, billed or credited';
comment on column fact_work_portion.portion_seconds is 'of the portion, as claimed; 0 for items';
comment on column fact_work_portion.portion_amount is 'of the portion, as claimed';
comment on column fact_work_portion.credited_seconds is 'of it credited';
comment on column fact_work_portion.credited_amount is 'of it credited';
comment on column fact_work_portion.currency is 'ISO 4217';
