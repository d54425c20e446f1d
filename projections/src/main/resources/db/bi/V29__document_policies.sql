-- What documents ask to pay, and which days a row of tax is of. Placeholder tables: the schema of the private tables.

create or replace view fact_invoice_lifecycle as
select invoice_id, position as event_position, legal_entity_id as entity_id, customer_id, contract_id, status,
    number as invoice_number, cut_off as period_end_date, drafted_at, approved_at, issued_at, posted_at,
    case when issued_at is not null then issue_date end as issue_date, due_date, paid_on as paid_date,
    net_amount, tax_amount, gross_amount, open_amount, currency, adjustment_amount, credited_amount,
    rounding_amount, gross_amount + rounding_amount as payable_amount
from ${tables}.invoice;
comment on column fact_invoice_lifecycle.credited_amount is 'what its issued credit notes gave back';
comment on column fact_invoice_lifecycle.rounding_amount is 'what is added to the gross to pay in steps; 0 where nothing is rounded';
comment on column fact_invoice_lifecycle.payable_amount is 'gross and rounding: what the buyer pays; null before approval';

create or replace view fact_credit_note_lifecycle as
select credit_note_id, position as event_position, invoice_id, legal_entity_id as entity_id, customer_id, contract_id,
    status, number as credit_note_number, drafted_at, approved_at, issued_at, posted_at,
    case when issued_at is not null then issue_date end as issue_date, net_amount, tax_amount, gross_amount, currency,
    rounding_amount, gross_amount + rounding_amount as payable_amount
from ${tables}.credit_note;
comment on column fact_credit_note_lifecycle.rounding_amount is 'what is added to the gross to pay in steps; 0 where nothing is rounded';
comment on column fact_credit_note_lifecycle.payable_amount is 'gross and rounding: what the buyer has back';

create or replace view fact_invoice_tax as
select t.invoice_id, i.number, i.legal_entity_id as entity_id, i.customer_id, i.contract_id, t.code, t.region, t.category, t.rate,
    t.base_amount, t.tax_amount, i.currency, t.reason, i.tax_rounding, i.tax_engine, i.tax_point as service_date,
    i.issue_date as accounting_date, i.status, i.tax_rule_version as rule_version, t.row_no, t.days
from ${tables}.invoice_tax t
join ${tables}.invoice i on i.invoice_id = t.invoice_id;
comment on column fact_invoice_tax.row_no is 'from 1 within the code, by the days of its lines';
comment on column fact_invoice_tax.days is 'days whose lines the row taxes, comma separated; empty means all lines with the code';
