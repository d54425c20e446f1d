-- Credit notes, and what review and credits do to invoices.

create or replace view fact_billing_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, line_no, invoice_id, invoice_line_no, source_id, kind, service_date, accounting_date, net_amount,
    currency, rule_version, credit_note_id
from ${tables}.billing_movement;
comment on view fact_billing_movement is 'Net billed per invoice line, and credited per credit note line, signed';
comment on column fact_billing_movement.invoice_id is 'invoice:<uuid>; of credits, the invoice they credit';
comment on column fact_billing_movement.kind is 'issued or credited';
comment on column fact_billing_movement.accounting_date is 'issue date of the invoice or credit note';
comment on column fact_billing_movement.credit_note_id is 'credit-note:<uuid> that took it back; null for invoices';

create or replace view fact_invoice_lifecycle as
select invoice_id, position as event_position, legal_entity_id as entity_id, customer_id, contract_id, status,
    number as invoice_number, cut_off as period_end_date, drafted_at, approved_at, issued_at, posted_at,
    case when issued_at is not null then issue_date end as issue_date, due_date, paid_on as paid_date,
    net_amount, tax_amount, gross_amount, open_amount, currency, adjustment_amount, credited_amount
from ${tables}.invoice;
comment on column fact_invoice_lifecycle.status is
    'drafted, approved, staged, issued, posted, paid, credited (in full), discarded or refused';
comment on column fact_invoice_lifecycle.open_amount is 'issued and neither paid nor credited';
comment on column fact_invoice_lifecycle.adjustment_amount is 'what review wrote up (above 0) or down (below 0)';
comment on column fact_invoice_lifecycle.credited_amount is 'gross of its issued credit notes';

create view fact_credit_note_lifecycle as
select credit_note_id, position as event_position, invoice_id, legal_entity_id as entity_id, customer_id, contract_id,
    status, number as credit_note_number, drafted_at, approved_at, issued_at, posted_at,
    case when issued_at is not null then issue_date end as issue_date, net_amount, tax_amount, gross_amount, currency
from ${tables}.credit_note;
comment on view fact_credit_note_lifecycle is 'Credit notes with a time per step; amounts above 0';
comment on column fact_credit_note_lifecycle.credit_note_id is 'credit-note:<uuid>';
comment on column fact_credit_note_lifecycle.event_position is 'place in the log of its last event';
comment on column fact_credit_note_lifecycle.invoice_id is 'invoice that it credits, invoice:<uuid>';
comment on column fact_credit_note_lifecycle.entity_id is 'seller, legal-entity:<code>';
comment on column fact_credit_note_lifecycle.customer_id is 'payer, customer:<code>';
comment on column fact_credit_note_lifecycle.contract_id is 'contract:<key>';
comment on column fact_credit_note_lifecycle.status is
    'drafted, approved, staged, issued, posted, discarded or refused';
comment on column fact_credit_note_lifecycle.credit_note_number is 'as printed; null before issue';
comment on column fact_credit_note_lifecycle.drafted_at is 'UTC';
comment on column fact_credit_note_lifecycle.approved_at is 'UTC; null before';
comment on column fact_credit_note_lifecycle.issued_at is 'UTC; null before';
comment on column fact_credit_note_lifecycle.posted_at is 'UTC; null before';
comment on column fact_credit_note_lifecycle.issue_date is 'printed date; null before issue';
comment on column fact_credit_note_lifecycle.net_amount is 'credited net';
comment on column fact_credit_note_lifecycle.tax_amount is 'credited tax';
comment on column fact_credit_note_lifecycle.gross_amount is 'credited net and tax';
comment on column fact_credit_note_lifecycle.currency is 'ISO 4217';

create view fact_credit_line as
select l.credit_note_id, l.line_no, l.position as event_position, c.invoice_id, l.invoice_line_no,
    c.legal_entity_id as entity_id, c.customer_id, c.contract_id, l.project_id, l.contract_line_no, l.source_id,
    l.portion_no, l.disposition, l.service_date, c.issue_date as accounting_date, c.status,
    l.seconds as credited_seconds, l.net_amount, c.currency
from ${tables}.credit_note_line l
join ${tables}.credit_note c on c.credit_note_id = l.credit_note_id;
comment on view fact_credit_line is 'Credit notes by line: what was credited, and what became of it';
comment on column fact_credit_line.credit_note_id is 'credit-note:<uuid>';
comment on column fact_credit_line.line_no is 'line of the credit note, from 1';
comment on column fact_credit_line.event_position is 'place in the log of the event that drew it up';
comment on column fact_credit_line.invoice_id is 'invoice that it credits, invoice:<uuid>';
comment on column fact_credit_line.invoice_line_no is 'line of that invoice';
comment on column fact_credit_line.entity_id is 'seller, legal-entity:<code>';
comment on column fact_credit_line.customer_id is 'payer, customer:<code>';
comment on column fact_credit_line.contract_id is 'contract:<key>';
comment on column fact_credit_line.project_id is 'project:<key>';
comment on column fact_credit_line.contract_line_no is 'line of the contract';
comment on column fact_credit_line.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column fact_credit_line.portion_no is 'portion of the source, from 1';
comment on column fact_credit_line.disposition is 'REOPEN, WRITE_OFF or CORRECTED';
comment on column fact_credit_line.service_date is 'day of work or acceptance';
comment on column fact_credit_line.accounting_date is 'issue date of the credit note';
comment on column fact_credit_line.status is 'of the credit note; only issued and posted ones have effect';
comment on column fact_credit_line.credited_seconds is 'credited time; null for items';
comment on column fact_credit_line.net_amount is 'credited net, above 0';
comment on column fact_credit_line.currency is 'ISO 4217';
