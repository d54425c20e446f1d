-- Review of drafts, and credit notes.

alter table invoice
    add column adjustment_amount numeric(19,4) not null default 0,
    add column credited_amount numeric(19,4) not null default 0;
comment on column invoice.adjustment_amount is 'what review wrote up (above 0) or down (below 0)';
comment on column invoice.credited_amount is 'gross of its issued credit notes';
comment on column invoice.open_amount is 'issued and neither paid nor credited; 0 before issue';
comment on column invoice.status is
    'drafted, approved, staged, issued, posted, paid, credited (in full), discarded or refused';

alter table invoice_line
    add column adjustment_amount numeric(19,4) not null default 0,
    add column adjustment_reason text,
    add column removed boolean not null default false,
    add column removal_reason text,
    add column deferred_until date;
comment on column invoice_line.net_amount is 'net, adjustment included';
comment on column invoice_line.adjustment_amount is 'part of the net that review wrote up (above 0) or down (below 0)';
comment on column invoice_line.adjustment_reason is 'why it was adjusted last; null when it was not';
comment on column invoice_line.removed is 'whether review took it off the draft: it is no part of the invoice';
comment on column invoice_line.removal_reason is 'why it was removed; null when it was not';
comment on column invoice_line.deferred_until is 'day before which no run takes its source again; null means none';

alter table billing_movement add column credit_note_id text;
comment on column billing_movement.credit_note_id is 'credit-note:<uuid> that took it back; null for invoices';
comment on column billing_movement.invoice_id is 'invoice:<uuid>; of credits, the invoice they credit';
comment on column billing_movement.kind is 'issued or credited';
comment on column billing_movement.accounting_date is 'issue date of the invoice or credit note';

create table credit_note (
    credit_note_id  text not null,
    invoice_id      text not null,
    invoice_number  text not null,
    contract_id     text not null,
    customer_id     text not null,
    legal_entity_id text not null,
    currency        text not null,
    status          text not null,
    reason          text not null,
    preparer        text not null,
    approved_by     text,
    approved_at     timestamptz,
    number          text,
    issue_date      date not null,
    tax_point       date not null,
    line_count      integer not null,
    net_amount      numeric(19,4) not null,
    tax_amount      numeric(19,4) not null,
    gross_amount    numeric(19,4) not null,
    line_hash       text,
    erp_reference   text,
    erp_document    text,
    posted_on       date,
    refusal         text,
    drafted_at      timestamptz not null,
    issued_at       timestamptz,
    posted_at       timestamptz,
    position        bigint not null,
    primary key (credit_note_id)
);
create index credit_note_invoice_id_idx on credit_note (invoice_id);
create index credit_note_status_idx on credit_note (status, credit_note_id);
comment on table credit_note is 'Credit notes as they stand; amounts above 0';
comment on column credit_note.credit_note_id is 'credit-note:<uuid>';
comment on column credit_note.invoice_id is 'invoice that it credits, invoice:<uuid>';
comment on column credit_note.invoice_number is 'number of that invoice';
comment on column credit_note.contract_id is 'contract:<key>';
comment on column credit_note.customer_id is 'payer, customer:<code>';
comment on column credit_note.legal_entity_id is 'seller, legal-entity:<code>';
comment on column credit_note.currency is 'ISO 4217';
comment on column credit_note.status is 'drafted, approved, staged, issued, posted, discarded or refused';
comment on column credit_note.reason is 'why it was asked for; of a discarded one, why it was given up';
comment on column credit_note.preparer is 'who asked for it, issuer|subject';
comment on column credit_note.approved_by is 'who accepted it, issuer|subject; null before';
comment on column credit_note.approved_at is 'UTC; null before';
comment on column credit_note.number is 'as printed; null before issue';
comment on column credit_note.issue_date is 'wished for, after issue as printed';
comment on column credit_note.tax_point is 'day that decided the tax rates of the invoice';
comment on column credit_note.line_count is 'number of lines';
comment on column credit_note.net_amount is 'sum of the lines';
comment on column credit_note.tax_amount is 'sum of the tax rows';
comment on column credit_note.gross_amount is 'net and tax';
comment on column credit_note.line_hash is 'SHA-256 over the lines, hex; null before issue';
comment on column credit_note.erp_reference is 'the ERP''s reference of the staged document; null before';
comment on column credit_note.erp_document is 'the ERP''s document number; null before posting';
comment on column credit_note.posted_on is 'day it counts for in the ERP''s books; null before';
comment on column credit_note.refusal is 'the ERP''s code and sentence when it refused; null otherwise';
comment on column credit_note.drafted_at is 'when it was drawn up, UTC';
comment on column credit_note.issued_at is 'when it was issued, UTC; null before';
comment on column credit_note.posted_at is 'when it was posted, UTC; null before';
comment on column credit_note.position is 'place in the log of the last event folded into the row';

create table credit_note_line (
    credit_note_id   text not null,
    line_no          integer not null,
    invoice_id       text not null,
    invoice_line_no  integer not null,
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
    source_amount    numeric(19,4) not null,
    tax_category     text not null,
    disposition      text not null,
    position         bigint not null,
    primary key (credit_note_id, line_no)
);
create index credit_note_line_source_id_idx on credit_note_line (source_id);
create index credit_note_line_invoice_id_idx on credit_note_line (invoice_id, invoice_line_no);
comment on table credit_note_line is 'Lines of credit notes';
comment on column credit_note_line.credit_note_id is 'credit-note:<uuid>';
comment on column credit_note_line.line_no is 'from 1';
comment on column credit_note_line.invoice_id is 'invoice that it credits, invoice:<uuid>';
comment on column credit_note_line.invoice_line_no is 'line of that invoice';
comment on column credit_note_line.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column credit_note_line.portion_no is 'portion of it, from 1';
comment on column credit_note_line.contract_line_no is 'line of the contract';
comment on column credit_note_line.project_id is 'project:<key>';
comment on column credit_note_line.description is 'text for the reader';
comment on column credit_note_line.service_date is 'day of service';
comment on column credit_note_line.seconds is 'credited time; null for items, 0 where only money is credited';
comment on column credit_note_line.price is 'price of seconds_per_unit seconds; null for items';
comment on column credit_note_line.seconds_per_unit is 'base quantity of the price, seconds; null for items';
comment on column credit_note_line.net_amount is 'credited net';
comment on column credit_note_line.source_amount is 'credited net without the adjustment of the review';
comment on column credit_note_line.tax_category is 'UNCL5305 category';
comment on column credit_note_line.disposition is 'REOPEN, WRITE_OFF or CORRECTED';
comment on column credit_note_line.position is 'place in the log of the last event folded into the row';

create table credit_note_tax (
    credit_note_id text not null,
    row_no         integer not null,
    code           text not null,
    region         text,
    category       text not null,
    rate           numeric(9,6) not null,
    base_amount    numeric(19,4) not null,
    tax_amount     numeric(19,4) not null,
    reason         text,
    position       bigint not null,
    primary key (credit_note_id, row_no)
);
comment on table credit_note_tax is 'Tax rows of credit notes';
comment on column credit_note_tax.credit_note_id is 'credit-note:<uuid>';
comment on column credit_note_tax.row_no is 'from 1';
comment on column credit_note_tax.code is 'name of the tax; the category where it has no other';
comment on column credit_note_tax.region is 'ISO 3166 code of where it is levied; null means where the company is';
comment on column credit_note_tax.category is 'UNCL5305 category';
comment on column credit_note_tax.rate is 'part of the base, 0..1';
comment on column credit_note_tax.base_amount is 'credited net of the lines that bear the tax';
comment on column credit_note_tax.tax_amount is 'credited tax';
comment on column credit_note_tax.reason is 'reason where the rate is 0; null otherwise';
comment on column credit_note_tax.position is 'place in the log of the last event folded into the row';
