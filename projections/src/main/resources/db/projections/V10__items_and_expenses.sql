-- Billing items of all kinds, plans of instalments, retainers, reported progress and expenses.

alter table billing_item
    add column author         text,
    add column quantity       numeric(19,4),
    add column unit           text,
    add column unit_price     numeric(19,4),
    add column accepted_by    text,
    add column evidence       text,
    add column deferred_until date,
    add column withdrawal     text;
create index billing_item_due_idx on billing_item (legal_entity_id, due_on) where status = 'scheduled';
comment on column billing_item.kind is 'MILESTONE, INSTALMENT, UNIT_DELIVERY, RETAINER or PROGRESS';
comment on column billing_item.milestone_id is 'what it bills: milestone, number of the instalment, report of progress; null when not told';
comment on column billing_item.amount is 'price; below 0 when progress went back';
comment on column billing_item.service_date is 'day of acceptance, delivery or report, due date of instalments; null before';
comment on column billing_item.status is 'scheduled, proposed, withdrawn, ready, drafted, billed, credited or written off';
comment on column billing_item.author is 'who reported what is billed, issuer|subject; null when nobody of the firm did';
comment on column billing_item.quantity is 'units delivered; null unless a delivery';
comment on column billing_item.unit is 'what one unit is; null unless a delivery';
comment on column billing_item.unit_price is 'price of one; null unless a delivery';
comment on column billing_item.accepted_by is 'who took the units; null unless a delivery';
comment on column billing_item.evidence is 'where the proof of delivery is; null unless a delivery';
comment on column billing_item.deferred_until is 'first cut-off that takes it again; null when it is not deferred';
comment on column billing_item.withdrawal is 'why it will not be billed; null unless withdrawn';

create table instalment (
    instalment_plan_id text not null,
    no                 integer not null,
    kind               text not null,
    contract_id        text not null,
    project_id         text not null,
    customer_id        text not null,
    legal_entity_id    text not null,
    line_no            integer not null,
    description        text not null,
    amount             numeric(19,4) not null,
    currency           text not null,
    due_on             date not null,
    position           bigint not null,
    primary key (instalment_plan_id, no)
);
create index instalment_contract_id_idx on instalment (contract_id);
comment on table instalment is 'Parts by which contract lines are billed on agreed days';
comment on column instalment.instalment_plan_id is 'instalment-plan:<uuid>';
comment on column instalment.no is 'from 1';
comment on column instalment.kind is 'INSTALMENT or RETAINER';
comment on column instalment.contract_id is 'contract:<key>';
comment on column instalment.project_id is 'project:<key>';
comment on column instalment.customer_id is 'buyer, customer:<code>';
comment on column instalment.legal_entity_id is 'seller, legal-entity:<code>';
comment on column instalment.line_no is 'contract line that pays';
comment on column instalment.description is 'text for the invoice';
comment on column instalment.amount is 'part of the price';
comment on column instalment.currency is 'ISO 4217';
comment on column instalment.due_on is 'day it is due';
comment on column instalment.position is 'place in the log of the last event folded into the row';

create table retainer_balance (
    retainer_id     text not null,
    contract_id     text not null,
    project_id      text not null,
    customer_id     text not null,
    legal_entity_id text not null,
    line_no         integer not null,
    invoiced_amount numeric(19,4) not null,
    drawn_amount    numeric(19,4) not null,
    expired_amount  numeric(19,4) not null,
    balance_amount  numeric(19,4) not null,
    currency        text not null,
    position        bigint not null,
    primary key (retainer_id)
);
create index retainer_balance_contract_id_idx on retainer_balance (contract_id);
comment on table retainer_balance is 'What customers paid ahead and have not used: a liability';
comment on column retainer_balance.retainer_id is 'retainer:<uuid>';
comment on column retainer_balance.contract_id is 'contract:<key>';
comment on column retainer_balance.project_id is 'project:<key>';
comment on column retainer_balance.customer_id is 'buyer, customer:<code>';
comment on column retainer_balance.legal_entity_id is 'seller, legal-entity:<code>';
comment on column retainer_balance.line_no is 'contract line';
comment on column retainer_balance.invoiced_amount is 'net invoiced less credited';
comment on column retainer_balance.drawn_amount is 'used by drafts and invoices, less what was given back';
comment on column retainer_balance.expired_amount is 'kept for good';
comment on column retainer_balance.balance_amount is 'invoiced - drawn - expired';
comment on column retainer_balance.currency is 'ISO 4217';
comment on column retainer_balance.position is 'place in the log of the last event folded into the row';

create table retainer_movement (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    retainer_id     text not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    project_id      text not null,
    line_no         integer not null,
    document_id     text,
    kind            text not null,
    service_date    date not null,
    accounting_date date not null,
    balance_amount  numeric(19,4) not null,
    currency        text not null,
    rule_version    integer not null,
    primary key (event_id, leg)
);
create index retainer_movement_contract_id_idx on retainer_movement (contract_id);
comment on table retainer_movement is 'Balances of retainers, signed: the liability is a plain sum';
comment on column retainer_movement.event_id is 'the event that moved it, UUID';
comment on column retainer_movement.leg is 'distinguishes the rows of one event';
comment on column retainer_movement.position is 'place of the event in the log';
comment on column retainer_movement.recorded_at is 'when the event was recorded, UTC';
comment on column retainer_movement.retainer_id is 'retainer:<uuid>';
comment on column retainer_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column retainer_movement.customer_id is 'buyer, customer:<code>';
comment on column retainer_movement.contract_id is 'contract:<key>';
comment on column retainer_movement.project_id is 'project:<key>';
comment on column retainer_movement.line_no is 'contract line';
comment on column retainer_movement.document_id is 'invoice or credit note; null when it expired';
comment on column retainer_movement.kind is 'invoiced, drawn, restored or expired';
comment on column retainer_movement.service_date is 'day it counts for';
comment on column retainer_movement.accounting_date is 'day it counts for in the books';
comment on column retainer_movement.balance_amount is 'change of the balance';
comment on column retainer_movement.currency is 'ISO 4217';
comment on column retainer_movement.rule_version is 'version of the money rules used';

create table progress_item (
    project_id       text not null,
    progress_item_id text not null,
    line_no          integer not null,
    name             text not null,
    seconds          integer,
    rate             numeric(19,4),
    price            numeric(19,4) not null,
    complete         numeric(9,6) not null,
    currency         text not null,
    position         bigint not null,
    primary key (project_id, progress_item_id)
);
comment on table progress_item is 'Parts of projects that are billed by percent complete';
comment on column progress_item.project_id is 'project:<key>';
comment on column progress_item.progress_item_id is 'unique within the project';
comment on column progress_item.line_no is 'contract line that pays';
comment on column progress_item.name is 'what it is';
comment on column progress_item.seconds is 'planned time; null when the price is fixed';
comment on column progress_item.rate is 'price of an hour; null when the price is fixed';
comment on column progress_item.price is 'of the whole part';
comment on column progress_item.complete is 'share that is done as last reported, 0..1';
comment on column progress_item.currency is 'ISO 4217';
comment on column progress_item.position is 'place in the log of the last event folded into the row';

create table progress_report (
    project_id     text not null,
    report_id      text not null,
    contract_id    text not null,
    line_no        integer not null,
    value_to_date  numeric(19,4) not null,
    value_change   numeric(19,4) not null,
    billed_before  numeric(19,4) not null,
    to_bill        numeric(19,4) not null,
    currency       text not null,
    reported_on    date not null,
    reported_by    text not null,
    evidence       text not null,
    status         text not null,
    position       bigint not null,
    primary key (project_id, report_id)
);
comment on table progress_report is 'Reports of progress and what they make billable';
comment on column progress_report.project_id is 'project:<key>';
comment on column progress_report.report_id is 'unique within the project';
comment on column progress_report.contract_id is 'contract:<key>';
comment on column progress_report.line_no is 'contract line that pays';
comment on column progress_report.value_to_date is 'sum of price x complete, rounded once';
comment on column progress_report.value_change is 'change of that value since the report before';
comment on column progress_report.billed_before is 'made billable by reports before';
comment on column progress_report.to_bill is 'value to date less billed before';
comment on column progress_report.currency is 'ISO 4217';
comment on column progress_report.reported_on is 'day of the report';
comment on column progress_report.reported_by is 'who reported, issuer|subject';
comment on column progress_report.evidence is 'where the proof is';
comment on column progress_report.status is 'billable, unchanged, proposed, replaced or accepted';
comment on column progress_report.position is 'place in the log of the last event folded into the row';

create table expense (
    expense_id        text not null,
    source            text not null,
    source_id         text not null,
    person_id         text not null,
    project_id        text not null,
    contract_id       text not null,
    customer_id       text not null,
    legal_entity_id   text not null,
    line_no           integer not null,
    category          text not null,
    spent_on          date not null,
    amount            numeric(19,4) not null,
    tax               numeric(19,4) not null,
    recoverable_tax   numeric(19,4) not null,
    currency          text not null,
    billable          boolean not null,
    disbursement      boolean not null,
    receipt_reference text,
    receipt_hash      text,
    note              text,
    author            text not null,
    version           integer not null,
    status            text not null,
    submitted_at      timestamptz,
    approved_by       text,
    approved_at       timestamptz,
    rejection         text,
    exchange_rate     numeric(20,10),
    cost              numeric(19,4),
    mark_up           numeric(9,6),
    billed_price      numeric(19,4),
    contract_currency text,
    deferred_until    date,
    invoice_id        text,
    invoice_number    text,
    position          bigint not null,
    primary key (expense_id)
);
create index expense_status_expense_id_idx on expense (status, expense_id);
create index expense_project_id_expense_id_idx on expense (project_id, expense_id);
comment on table expense is 'Money people spent for projects, as it stands';
comment on column expense.expense_id is 'expense:<uuid>';
comment on column expense.source is 'system it came from';
comment on column expense.source_id is 'its identifier there';
comment on column expense.person_id is 'who spent it, person:<code>';
comment on column expense.project_id is 'project:<key>';
comment on column expense.contract_id is 'contract:<key>';
comment on column expense.customer_id is 'buyer, customer:<code>';
comment on column expense.legal_entity_id is 'seller, legal-entity:<code>';
comment on column expense.line_no is 'contract line that pays';
comment on column expense.category is 'kind of expense';
comment on column expense.spent_on is 'the receipt''s date';
comment on column expense.amount is 'total of the receipt with tax';
comment on column expense.tax is 'tax in it';
comment on column expense.recoverable_tax is 'part of the tax that the firm gets back';
comment on column expense.currency is 'the receipt''s, ISO 4217';
comment on column expense.billable is 'whether the customer pays it';
comment on column expense.disbursement is 'whether it was paid on behalf of the customer';
comment on column expense.receipt_reference is 'where the receipt is; null when there is none';
comment on column expense.receipt_hash is 'SHA-256 of the receipt, hex; null when there is none';
comment on column expense.note is 'what it was for; null when nothing was said or it is encrypted';
comment on column expense.author is 'who entered it, issuer|subject';
comment on column expense.version is 'correction, from 1';
comment on column expense.status is 'recorded, submitted, approved, rejected, costed, priced, drafted, billed, credited or written off';
comment on column expense.submitted_at is 'when it was last submitted, UTC; null before';
comment on column expense.approved_by is 'who accepted it, issuer|subject; null before';
comment on column expense.approved_at is 'when it was accepted, UTC; null before';
comment on column expense.rejection is 'why it was last rejected; null unless rejected';
comment on column expense.exchange_rate is 'as published, of the receipt''s date; null before costing or when the currencies are one';
comment on column expense.cost is 'amount less recoverable tax in the contract''s currency; null before costing';
comment on column expense.mark_up is 'added to the cost, part of it; null before pricing';
comment on column expense.billed_price is 'what the customer pays; null before pricing';
comment on column expense.contract_currency is 'ISO 4217; null before costing';
comment on column expense.deferred_until is 'first cut-off that takes it again; null when it is not deferred';
comment on column expense.invoice_id is 'draft or invoice that claims it; null when none';
comment on column expense.invoice_number is 'number printed on the invoice; null before issue';
comment on column expense.position is 'place in the log of the last event folded into the row';

alter table cost_movement
    alter column time_entry_id drop not null,
    alter column resource_entity_id drop not null,
    alter column cost_rate_id drop not null,
    add column line_no    integer,
    add column expense_id text;
create index cost_movement_expense_id_idx on cost_movement (expense_id) where expense_id is not null;
comment on table cost_movement is 'Cost of worked time, subcontractors and expenses, signed; reveals pay';
comment on column cost_movement.time_entry_id is 'time-entry:<uuid>; null for expenses';
comment on column cost_movement.person_id is 'who worked or spent, person:<code>';
comment on column cost_movement.resource_entity_id is 'employer, legal-entity:<code>; null for expenses';
comment on column cost_movement.cost_rate_id is 'row of the person''s dated table; null for expenses';
comment on column cost_movement.kind is 'time, subcontract or expense';
comment on column cost_movement.service_date is 'day of work or of the receipt';
comment on column cost_movement.seconds is 'worked time; 0 for expenses';
comment on column cost_movement.line_no is 'contract line of an expense; null for time';
comment on column cost_movement.expense_id is 'expense:<uuid>; null for time';

comment on column unbilled_work.source_id is 'time-entry:<uuid>, billing-item:<uuid> or expense:<uuid>';
comment on column unbilled_work.source_kind is 'time, milestone, instalment, unit_delivery, retainer, progress or expense';
comment on column wip_movement.source_id is 'time-entry:<uuid>, billing-item:<uuid> or expense:<uuid>';
comment on column revenue_movement.source_id is 'time-entry:<uuid>, billing-item:<uuid>, expense:<uuid>, retainer:<uuid> or project:<key>';
comment on column revenue_movement.kind is 'time, milestone, instalment, unit_delivery, progress, expense or retainer_expired';
