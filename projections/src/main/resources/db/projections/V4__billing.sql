-- Billing runs, invoices, numbers, payments.

create table billing_run (
    billing_run_id   text not null,
    legal_entity_id  text not null,
    cut_off          date not null,
    issue_date       date not null,
    contract_id      text,
    preparer         text not null,
    started_at       timestamptz not null,
    invoices_planned integer,
    completed_at     timestamptz,
    status           text not null,
    position         bigint not null,
    primary key (billing_run_id)
);
comment on table billing_run is 'Billing runs';
comment on column billing_run.billing_run_id is 'billing-run:<key>';
comment on column billing_run.legal_entity_id is 'seller, legal-entity:<code>';
comment on column billing_run.cut_off is 'last service date taken';
comment on column billing_run.issue_date is 'issue date wished for';
comment on column billing_run.contract_id is 'only this contract; null means all';
comment on column billing_run.preparer is 'who started it, issuer|subject';
comment on column billing_run.started_at is 'UTC';
comment on column billing_run.invoices_planned is 'number of invoices; null before completion';
comment on column billing_run.completed_at is 'UTC; null before completion';
comment on column billing_run.status is 'started or completed';
comment on column billing_run.position is 'place in the log of the last event folded into the row';

create table planned_invoice (
    billing_run_id  text not null,
    invoice_id      text not null,
    contract_id     text not null,
    customer_id     text not null,
    legal_entity_id text not null,
    po_number       text,
    currency        text not null,
    cut_off         date not null,
    issue_date      date not null,
    preparer        text not null,
    position        bigint not null,
    primary key (billing_run_id, invoice_id)
);
create index planned_invoice_invoice_id_idx on planned_invoice (invoice_id);
comment on table planned_invoice is 'Invoices that runs will make';
comment on column planned_invoice.billing_run_id is 'billing-run:<key>';
comment on column planned_invoice.invoice_id is 'invoice:<uuid>';
comment on column planned_invoice.contract_id is 'contract:<key>';
comment on column planned_invoice.customer_id is 'payer, customer:<code>';
comment on column planned_invoice.legal_entity_id is 'seller, legal-entity:<code>';
comment on column planned_invoice.po_number is 'purchase order; null means none';
comment on column planned_invoice.currency is 'ISO 4217';
comment on column planned_invoice.cut_off is 'last service date taken';
comment on column planned_invoice.issue_date is 'issue date wished for';
comment on column planned_invoice.preparer is 'who started the run, issuer|subject';
comment on column planned_invoice.position is 'place in the log of the last event folded into the row';

create table invoice (
    invoice_id      text not null,
    billing_run_id  text,
    contract_id     text,
    customer_id     text,
    legal_entity_id text,
    po_number       text,
    currency        text,
    cut_off         date,
    status          text not null,
    line_count      integer not null,
    preparer        text,
    approved_by     text,
    approved_at     timestamptz,
    number          text,
    issue_date      date,
    tax_point       date,
    due_date        date,
    seller          text,
    buyer           text,
    buyer_reference text,
    net_amount      numeric(19,4) not null,
    tax_amount      numeric(19,4),
    gross_amount    numeric(19,4),
    open_amount     numeric(19,4) not null,
    line_hash       text,
    erp_reference   text,
    erp_document    text,
    posted_on       date,
    refusal         text,
    reason          text,
    drafted_at      timestamptz,
    issued_at       timestamptz,
    posted_at       timestamptz,
    paid_on         date,
    position        bigint not null,
    primary key (invoice_id)
);
create index invoice_status_invoice_id_idx on invoice (status, invoice_id);
create index invoice_contract_id_idx on invoice (contract_id);
create index invoice_number_idx on invoice (number);
comment on table invoice is 'Invoices as they stand';
comment on column invoice.invoice_id is 'invoice:<uuid>';
comment on column invoice.billing_run_id is 'billing-run:<key>; null before the draft is complete';
comment on column invoice.contract_id is 'contract:<key>; null before the draft is complete';
comment on column invoice.customer_id is 'payer, customer:<code>; null before the draft is complete';
comment on column invoice.legal_entity_id is 'seller, legal-entity:<code>; null before the draft is complete';
comment on column invoice.po_number is 'purchase order; null means none';
comment on column invoice.currency is 'ISO 4217; null before the draft is complete';
comment on column invoice.cut_off is 'last service date taken; null before the draft is complete';
comment on column invoice.status is 'drafted, approved, staged, issued, posted, paid, discarded or refused';
comment on column invoice.line_count is 'number of lines';
comment on column invoice.preparer is 'who started the run, issuer|subject; null before the draft is complete';
comment on column invoice.approved_by is 'who accepted it, issuer|subject; null before';
comment on column invoice.approved_at is 'UTC; null before';
comment on column invoice.number is 'as printed; null before issue';
comment on column invoice.issue_date is 'wished for, after issue as printed; null before the draft is complete';
comment on column invoice.tax_point is 'day that decides the tax rate; null before approval';
comment on column invoice.due_date is 'day payment is due; null before issue';
comment on column invoice.seller is 'seller as printed; null before issue';
comment on column invoice.buyer is 'buyer as printed; null before issue';
comment on column invoice.buyer_reference is 'reference the buyer wants (BT-10); null means none';
comment on column invoice.net_amount is 'sum of the lines';
comment on column invoice.tax_amount is 'sum of the tax rows; null before approval';
comment on column invoice.gross_amount is 'net and tax; null before approval';
comment on column invoice.open_amount is 'issued and not yet paid; 0 before issue';
comment on column invoice.line_hash is 'SHA-256 over the lines, hex; null before issue';
comment on column invoice.erp_reference is 'the ERP''s reference of the staged draft; null before';
comment on column invoice.erp_document is 'the ERP''s document number; null before posting';
comment on column invoice.posted_on is 'day it counts for in the ERP''s books; null before';
comment on column invoice.refusal is 'the ERP''s code and sentence when it refused; null otherwise';
comment on column invoice.reason is 'why it was discarded; null otherwise';
comment on column invoice.drafted_at is 'when the draft was complete, UTC; null before';
comment on column invoice.issued_at is 'when it was issued, UTC; null before';
comment on column invoice.posted_at is 'when it was posted, UTC; null before';
comment on column invoice.paid_on is 'day of the last payment; null before';
comment on column invoice.position is 'place in the log of the last event folded into the row';

create table invoice_line (
    invoice_id       text not null,
    line_no          integer not null,
    source_id        text not null,
    portion_no       integer not null,
    contract_line_no integer not null,
    project_id       text not null,
    description      text not null,
    service_date     date not null,
    seconds          integer,
    price            numeric(19,4),
    seconds_per_unit integer,
    net_amount       numeric(19,4) not null,
    tax_category     text not null,
    position         bigint not null,
    primary key (invoice_id, line_no)
);
create index invoice_line_source_id_idx on invoice_line (source_id);
comment on table invoice_line is 'Lines of invoices';
comment on column invoice_line.invoice_id is 'invoice:<uuid>';
comment on column invoice_line.line_no is 'from 1';
comment on column invoice_line.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column invoice_line.portion_no is 'portion of it, from 1';
comment on column invoice_line.contract_line_no is 'line of the contract';
comment on column invoice_line.project_id is 'project:<key>';
comment on column invoice_line.description is 'text for the reader';
comment on column invoice_line.service_date is 'day of service';
comment on column invoice_line.seconds is 'worked time; null for items';
comment on column invoice_line.price is 'price of seconds_per_unit seconds; null for items';
comment on column invoice_line.seconds_per_unit is 'base quantity of the price, seconds; null for items';
comment on column invoice_line.net_amount is 'net';
comment on column invoice_line.tax_category is 'UNCL5305 category';
comment on column invoice_line.position is 'place in the log of the last event folded into the row';

create table invoice_tax (
    invoice_id  text not null,
    category    text not null,
    rate        numeric(9,6) not null,
    base_amount numeric(19,4) not null,
    tax_amount  numeric(19,4) not null,
    reason      text,
    position    bigint not null,
    primary key (invoice_id, category)
);
comment on table invoice_tax is 'Tax rows of invoices';
comment on column invoice_tax.invoice_id is 'invoice:<uuid>';
comment on column invoice_tax.category is 'UNCL5305 category';
comment on column invoice_tax.rate is 'part of the base, 0..1';
comment on column invoice_tax.base_amount is 'sum of the nets of the category';
comment on column invoice_tax.tax_amount is 'base x rate, rounded';
comment on column invoice_tax.reason is 'reason where the rate is 0; null otherwise';
comment on column invoice_tax.position is 'place in the log of the last event folded into the row';

create table number_series (
    number_series_id text not null,
    legal_entity_id  text not null,
    series           text not null,
    year             integer not null,
    last_number      bigint not null,
    last_issue_date  date not null,
    position         bigint not null,
    primary key (number_series_id)
);
comment on table number_series is 'Number series and their last number';
comment on column number_series.number_series_id is 'number-series:<entity>-<series>-<year>';
comment on column number_series.legal_entity_id is 'legal-entity:<code>';
comment on column number_series.series is 'for example INV';
comment on column number_series.year is 'year of the series';
comment on column number_series.last_number is 'from 1, without holes';
comment on column number_series.last_issue_date is 'printed date of the last document';
comment on column number_series.position is 'place in the log of the last event folded into the row';

create table assigned_number (
    number_series_id text not null,
    number           bigint not null,
    text             text not null,
    document_id      text not null,
    issue_date       date not null,
    position         bigint not null,
    primary key (number_series_id, number)
);
comment on table assigned_number is 'Numbers and the documents that have them';
comment on column assigned_number.number_series_id is 'number-series:<entity>-<series>-<year>';
comment on column assigned_number.number is 'from 1, without holes';
comment on column assigned_number.text is 'as printed';
comment on column assigned_number.document_id is 'invoice:<uuid>';
comment on column assigned_number.issue_date is 'printed date';
comment on column assigned_number.position is 'place in the log of the last event folded into the row';

create table billing_movement (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    project_id      text not null,
    line_no         integer not null,
    invoice_id      text not null,
    invoice_line_no integer not null,
    source_id       text not null,
    kind            text not null,
    service_date    date not null,
    accounting_date date not null,
    net_amount      numeric(19,4) not null,
    currency        text not null,
    rule_version    integer not null,
    primary key (event_id, leg)
);
create index billing_movement_contract_id_idx on billing_movement (contract_id);
comment on table billing_movement is 'Net billed per invoice line, signed';
comment on column billing_movement.event_id is 'the event that moved it, UUID';
comment on column billing_movement.leg is 'distinguishes the rows of one event';
comment on column billing_movement.position is 'place of the event in the log';
comment on column billing_movement.recorded_at is 'when the event was recorded, UTC';
comment on column billing_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column billing_movement.customer_id is 'buyer, customer:<code>';
comment on column billing_movement.contract_id is 'contract:<key>';
comment on column billing_movement.project_id is 'project:<key>';
comment on column billing_movement.line_no is 'contract line';
comment on column billing_movement.invoice_id is 'invoice:<uuid>';
comment on column billing_movement.invoice_line_no is 'line of the invoice';
comment on column billing_movement.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column billing_movement.kind is 'issued';
comment on column billing_movement.service_date is 'day of service';
comment on column billing_movement.accounting_date is 'issue date';
comment on column billing_movement.net_amount is 'change of net billed';
comment on column billing_movement.currency is 'ISO 4217';
comment on column billing_movement.rule_version is 'version of the money rules used';

create table cash_movement (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    invoice_id      text not null,
    receipt_id      text not null,
    kind            text not null,
    service_date    date not null,
    accounting_date date not null,
    cash_amount     numeric(19,4) not null,
    currency        text not null,
    rule_version    integer not null,
    primary key (event_id, leg)
);
create index cash_movement_contract_id_idx on cash_movement (contract_id);
comment on table cash_movement is 'Money applied to invoices, signed';
comment on column cash_movement.event_id is 'the event that moved it, UUID';
comment on column cash_movement.leg is 'distinguishes the rows of one event';
comment on column cash_movement.position is 'place of the event in the log';
comment on column cash_movement.recorded_at is 'when the event was recorded, UTC';
comment on column cash_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column cash_movement.customer_id is 'buyer, customer:<code>';
comment on column cash_movement.contract_id is 'contract:<key>';
comment on column cash_movement.invoice_id is 'invoice:<uuid>';
comment on column cash_movement.receipt_id is 'receipt:<key>';
comment on column cash_movement.kind is 'applied';
comment on column cash_movement.service_date is 'day the money counts';
comment on column cash_movement.accounting_date is 'day the money counts';
comment on column cash_movement.cash_amount is 'change of money applied';
comment on column cash_movement.currency is 'ISO 4217';
comment on column cash_movement.rule_version is 'version of the money rules used';
