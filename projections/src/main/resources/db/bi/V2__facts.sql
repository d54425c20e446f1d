-- Facts: signed movements and life cycles. Placeholder tables: the schema of the private tables.

create view fact_wip_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, line_no, source_id, portion_no, kind, service_date, accounting_date, seconds as unbilled_seconds,
    ready_amount, drafted_amount, billed_amount, currency, rule_version
from ${tables}.wip_movement;
comment on view fact_wip_movement is 'Unbilled work, signed';
comment on column fact_wip_movement.event_id is 'the event that moved it, UUID';
comment on column fact_wip_movement.leg is 'distinguishes the rows of one event';
comment on column fact_wip_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_wip_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_wip_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_wip_movement.customer_id is 'buyer, customer:<code>';
comment on column fact_wip_movement.contract_id is 'contract:<key>';
comment on column fact_wip_movement.project_id is 'project:<key>';
comment on column fact_wip_movement.line_no is 'contract line';
comment on column fact_wip_movement.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column fact_wip_movement.portion_no is 'portion of the source, from 1; 0 means the whole';
comment on column fact_wip_movement.kind is 'priced, ready, drafted, undrafted or billed';
comment on column fact_wip_movement.service_date is 'day of work or acceptance';
comment on column fact_wip_movement.accounting_date is 'day it counts for in the books';
comment on column fact_wip_movement.unbilled_seconds is 'change of unbilled time';
comment on column fact_wip_movement.ready_amount is 'change of what is on no draft';
comment on column fact_wip_movement.drafted_amount is 'change of what is on a draft';
comment on column fact_wip_movement.billed_amount is 'change of what is on issued invoices';
comment on column fact_wip_movement.currency is 'ISO 4217';
comment on column fact_wip_movement.rule_version is 'version of the money rules used';

create view fact_time_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, line_no, time_entry_id, substr(encode(sha256(convert_to(person_id, 'UTF8')), 'hex'), 1, 16) as person_key, kind,
    time_class, service_date, accounting_date, seconds as approved_seconds, rule_version
from ${tables}.time_movement;
comment on view fact_time_movement is 'Approved time, signed';
comment on column fact_time_movement.event_id is 'the event that moved it, UUID';
comment on column fact_time_movement.leg is 'distinguishes the rows of one event';
comment on column fact_time_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_time_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_time_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_time_movement.customer_id is 'buyer, customer:<code>';
comment on column fact_time_movement.contract_id is 'contract:<key>';
comment on column fact_time_movement.project_id is 'project:<key>';
comment on column fact_time_movement.line_no is 'contract line';
comment on column fact_time_movement.time_entry_id is 'time-entry:<uuid>';
comment on column fact_time_movement.person_key is 'pseudonym of the person';
comment on column fact_time_movement.kind is 'approved';
comment on column fact_time_movement.time_class is 'BILLABLE, CREDITED or NON_BILLABLE';
comment on column fact_time_movement.service_date is 'day of work or acceptance';
comment on column fact_time_movement.accounting_date is 'day it counts for in the books';
comment on column fact_time_movement.approved_seconds is 'change of approved time';
comment on column fact_time_movement.rule_version is 'version of the money rules used';

create view fact_revenue_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, line_no, source_id, kind, service_date, accounting_date, seconds as billed_seconds, revenue_amount,
    currency, rule_version
from ${tables}.revenue_movement;
comment on view fact_revenue_movement is 'Revenue as incurred, signed';
comment on column fact_revenue_movement.event_id is 'the event that moved it, UUID';
comment on column fact_revenue_movement.leg is 'distinguishes the rows of one event';
comment on column fact_revenue_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_revenue_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_revenue_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_revenue_movement.customer_id is 'buyer, customer:<code>';
comment on column fact_revenue_movement.contract_id is 'contract:<key>';
comment on column fact_revenue_movement.project_id is 'project:<key>';
comment on column fact_revenue_movement.line_no is 'contract line';
comment on column fact_revenue_movement.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column fact_revenue_movement.kind is 'time or milestone';
comment on column fact_revenue_movement.service_date is 'day of work or acceptance';
comment on column fact_revenue_movement.accounting_date is 'day it counts for in the books';
comment on column fact_revenue_movement.billed_seconds is 'time that is billed; 0 for milestones';
comment on column fact_revenue_movement.revenue_amount is 'change of revenue';
comment on column fact_revenue_movement.currency is 'ISO 4217';
comment on column fact_revenue_movement.rule_version is 'version of the money rules used';

create view fact_cost_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, time_entry_id, substr(encode(sha256(convert_to(person_id, 'UTF8')), 'hex'), 1, 16) as person_key, resource_entity_id as employer_id,
    kind, service_date, accounting_date, seconds as worked_seconds, cost_amount, currency, rule_version
from ${tables}.cost_movement;
comment on view fact_cost_movement is 'Cost of worked time, signed';
comment on column fact_cost_movement.event_id is 'the event that moved it, UUID';
comment on column fact_cost_movement.leg is 'distinguishes the rows of one event';
comment on column fact_cost_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_cost_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_cost_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_cost_movement.customer_id is 'buyer, customer:<code>';
comment on column fact_cost_movement.contract_id is 'contract:<key>';
comment on column fact_cost_movement.project_id is 'project:<key>';
comment on column fact_cost_movement.time_entry_id is 'time-entry:<uuid>';
comment on column fact_cost_movement.person_key is 'pseudonym of the person';
comment on column fact_cost_movement.employer_id is 'employer, legal-entity:<code>';
comment on column fact_cost_movement.kind is 'time';
comment on column fact_cost_movement.service_date is 'day of work or acceptance';
comment on column fact_cost_movement.accounting_date is 'day it counts for in the books';
comment on column fact_cost_movement.worked_seconds is 'worked time';
comment on column fact_cost_movement.cost_amount is 'change of cost, in the contract''s currency';
comment on column fact_cost_movement.currency is 'ISO 4217';
comment on column fact_cost_movement.rule_version is 'version of the money rules used';

create view fact_price_movement as
select m.event_id, m.leg, m.position as event_position, m.recorded_at, m.legal_entity_id as entity_id, m.customer_id,
    m.contract_id, coalesce(l.project_id, '(none)') as project_id, m.line_no, m.kind, m.service_date, m.accounting_date,
    m.price_amount, m.currency, m.rule_version
from ${tables}.price_movement m
left join dim_contract_line l on l.contract_id = m.contract_id and l.line_no = m.line_no;
comment on view fact_price_movement is 'Price of contract lines, signed';
comment on column fact_price_movement.event_id is 'the event that moved it, UUID';
comment on column fact_price_movement.leg is 'distinguishes the rows of one event';
comment on column fact_price_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_price_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_price_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_price_movement.customer_id is 'buyer, customer:<code>';
comment on column fact_price_movement.contract_id is 'contract:<key>';
comment on column fact_price_movement.project_id is 'the one project that the line counts for, (none) when there is none';
comment on column fact_price_movement.line_no is 'contract line';
comment on column fact_price_movement.kind is 'signed';
comment on column fact_price_movement.service_date is 'first day of the term';
comment on column fact_price_movement.accounting_date is 'day of signature';
comment on column fact_price_movement.price_amount is 'change of price; null means unquantified';
comment on column fact_price_movement.currency is 'ISO 4217';
comment on column fact_price_movement.rule_version is 'version of the money rules used';

create view fact_billing_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    project_id, line_no, invoice_id, invoice_line_no, source_id, kind, service_date, accounting_date, net_amount,
    currency, rule_version
from ${tables}.billing_movement;
comment on view fact_billing_movement is 'Net billed per invoice line, signed';
comment on column fact_billing_movement.event_id is 'the event that moved it, UUID';
comment on column fact_billing_movement.leg is 'distinguishes the rows of one event';
comment on column fact_billing_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_billing_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_billing_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_billing_movement.customer_id is 'payer, customer:<code>';
comment on column fact_billing_movement.contract_id is 'contract:<key>';
comment on column fact_billing_movement.project_id is 'project:<key>';
comment on column fact_billing_movement.line_no is 'contract line';
comment on column fact_billing_movement.invoice_id is 'invoice:<uuid>';
comment on column fact_billing_movement.invoice_line_no is 'line of the invoice';
comment on column fact_billing_movement.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column fact_billing_movement.kind is 'issued';
comment on column fact_billing_movement.service_date is 'day of work or acceptance';
comment on column fact_billing_movement.accounting_date is 'issue date';
comment on column fact_billing_movement.net_amount is 'change of net billed';
comment on column fact_billing_movement.currency is 'ISO 4217';
comment on column fact_billing_movement.rule_version is 'version of the money rules used';

create view fact_cash_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id,
    invoice_id, receipt_id, kind, service_date, accounting_date, cash_amount, currency, rule_version
from ${tables}.cash_movement;
comment on view fact_cash_movement is 'Money applied to invoices, signed';
comment on column fact_cash_movement.event_id is 'the event that moved it, UUID';
comment on column fact_cash_movement.leg is 'distinguishes the rows of one event';
comment on column fact_cash_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_cash_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_cash_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_cash_movement.customer_id is 'payer, customer:<code>';
comment on column fact_cash_movement.contract_id is 'contract:<key>';
comment on column fact_cash_movement.invoice_id is 'invoice:<uuid>';
comment on column fact_cash_movement.receipt_id is 'receipt:<key>';
comment on column fact_cash_movement.kind is 'applied';
comment on column fact_cash_movement.service_date is 'day the money counts';
comment on column fact_cash_movement.accounting_date is 'day the money counts';
comment on column fact_cash_movement.cash_amount is 'change of money applied';
comment on column fact_cash_movement.currency is 'ISO 4217';
comment on column fact_cash_movement.rule_version is 'version of the money rules used';

create view fact_invoice_lifecycle as
select invoice_id, position as event_position, legal_entity_id as entity_id, customer_id, contract_id, status,
    number as invoice_number, cut_off as period_end_date, drafted_at, approved_at, issued_at, posted_at,
    case when issued_at is not null then issue_date end as issue_date, due_date, paid_on as paid_date,
    net_amount, tax_amount, gross_amount, open_amount, currency
from ${tables}.invoice;
comment on view fact_invoice_lifecycle is 'Invoices with a date per step';
comment on column fact_invoice_lifecycle.invoice_id is 'invoice:<uuid>';
comment on column fact_invoice_lifecycle.event_position is 'place in the log of its last event';
comment on column fact_invoice_lifecycle.entity_id is 'seller, legal-entity:<code>';
comment on column fact_invoice_lifecycle.customer_id is 'payer, customer:<code>';
comment on column fact_invoice_lifecycle.contract_id is 'contract:<key>';
comment on column fact_invoice_lifecycle.status is 'drafted, approved, staged, issued, posted, paid, discarded or refused';
comment on column fact_invoice_lifecycle.invoice_number is 'as printed; null before issue';
comment on column fact_invoice_lifecycle.period_end_date is 'last service date taken';
comment on column fact_invoice_lifecycle.drafted_at is 'UTC; null before';
comment on column fact_invoice_lifecycle.approved_at is 'UTC; null before';
comment on column fact_invoice_lifecycle.issued_at is 'UTC; null before';
comment on column fact_invoice_lifecycle.posted_at is 'UTC; null before';
comment on column fact_invoice_lifecycle.issue_date is 'printed date; null before issue';
comment on column fact_invoice_lifecycle.due_date is 'day payment is due; null before issue';
comment on column fact_invoice_lifecycle.paid_date is 'day of the last payment; null before';
comment on column fact_invoice_lifecycle.net_amount is 'net';
comment on column fact_invoice_lifecycle.tax_amount is 'tax; null before approval';
comment on column fact_invoice_lifecycle.gross_amount is 'net and tax; null before approval';
comment on column fact_invoice_lifecycle.open_amount is 'issued and not yet paid';
comment on column fact_invoice_lifecycle.currency is 'ISO 4217';

create view fact_exception_case as
select exception_id, position as event_position, occurrence, code, subject_id, owner_role, legal_entity_id as entity_id,
    amount, currency, raised_at, due_at, closed_at, status, minutes_spent
from ${tables}.exception_case;
comment on view fact_exception_case is 'What stopped and waited for a person';
comment on column fact_exception_case.exception_id is 'exception:<uuid>';
comment on column fact_exception_case.event_position is 'place in the log of its last event';
comment on column fact_exception_case.occurrence is 'counts how often it was raised';
comment on column fact_exception_case.code is 'rule code';
comment on column fact_exception_case.subject_id is 'what it is about, a stream key';
comment on column fact_exception_case.owner_role is 'who clears it';
comment on column fact_exception_case.entity_id is 'legal-entity:<code>; null when unknown';
comment on column fact_exception_case.amount is 'money at stake; null when unknown';
comment on column fact_exception_case.currency is 'ISO 4217; null when the amount is unknown';
comment on column fact_exception_case.raised_at is 'UTC';
comment on column fact_exception_case.due_at is 'when it should be cleared, UTC';
comment on column fact_exception_case.closed_at is 'UTC; null before';
comment on column fact_exception_case.status is 'open, assigned, resolved or waived';
comment on column fact_exception_case.minutes_spent is 'spent by people';

create view freshness as
select name as projection, position as event_position, updated_at from ${tables}.token;
comment on view freshness is 'How far the tables behind the views have come';
comment on column freshness.projection is 'the projection';
comment on column freshness.event_position is 'place in the log of the last event folded';
comment on column freshness.updated_at is 'when it last moved, UTC';
