-- Limits of contracts and purchase orders, amendments, billing holds.

alter table contract add column hold_reason text;
comment on column contract.hold_reason is 'why no billing run takes work of the contract; null when it is not held';

alter table contract_line add column hold_reason text;
comment on column contract_line.hold_reason is 'why no billing run takes work of the line; null when it is not held';

comment on column price_movement.kind is 'signed or amended';
comment on column price_movement.service_date is 'first day of the term, or day from which the amendment holds';
comment on column price_movement.accounting_date is 'day of signature, or day from which the amendment holds';

create table contract_order (
    contract_id  text not null,
    po_number    text not null,
    ordinal      integer not null,
    limit_amount numeric(19,4),
    drawn        boolean not null,
    position     bigint not null,
    primary key (contract_id, po_number)
);
comment on table contract_order is 'Purchase orders of contracts';
comment on column contract_order.contract_id is 'contract:<key>';
comment on column contract_order.po_number is 'the customer''s number';
comment on column contract_order.ordinal is 'place in which it is drawn, from 1';
comment on column contract_order.limit_amount is 'most that may be billed against it; null means no limit';
comment on column contract_order.drawn is 'false once an amendment dropped it';
comment on column contract_order.position is 'place in the log of the last event folded into the row';

create table contract_amendment (
    contract_id  text not null,
    amendment_no integer not null,
    amendment_id text not null,
    effective_on date not null,
    treatment    text not null,
    decided_by   text not null,
    reason       text not null,
    term_to      date,
    limit_before numeric(19,4),
    limit_amount numeric(19,4),
    line_no      integer not null,
    added        boolean not null,
    price_before numeric(19,4),
    price_amount numeric(19,4),
    line_limit_before numeric(19,4),
    line_limit_amount numeric(19,4),
    amended_at   timestamptz not null,
    position     bigint not null,
    primary key (contract_id, amendment_no, line_no)
);
comment on table contract_amendment is 'Amendments of contracts, a row for each line that changed';
comment on column contract_amendment.contract_id is 'contract:<key>';
comment on column contract_amendment.amendment_no is 'counts amendments, from 1';
comment on column contract_amendment.amendment_id is 'the amendment''s own key';
comment on column contract_amendment.effective_on is 'day from which it holds';
comment on column contract_amendment.treatment is 'PROSPECTIVE, CATCH_UP or SEPARATE (R6)';
comment on column contract_amendment.decided_by is 'who decided the treatment, issuer|subject';
comment on column contract_amendment.reason is 'why';
comment on column contract_amendment.term_to is 'first day after the contract''s term afterwards; null means open';
comment on column contract_amendment.limit_before is 'limit of the contract before; null means none';
comment on column contract_amendment.limit_amount is 'limit of the contract afterwards; null means none';
comment on column contract_amendment.line_no is 'line that changed; 0 when none did';
comment on column contract_amendment.added is 'whether the amendment made the line';
comment on column contract_amendment.price_before is 'price of the line before; null means unquantified';
comment on column contract_amendment.price_amount is 'price of the line afterwards; null means unquantified';
comment on column contract_amendment.line_limit_before is 'limit of the line before; null means none';
comment on column contract_amendment.line_limit_amount is 'limit of the line afterwards; null means none';
comment on column contract_amendment.amended_at is 'UTC';
comment on column contract_amendment.position is 'place in the log of the last event folded into the row';

create table funding_limit (
    funding_id      text not null,
    limit_id        text not null,
    contract_id     text not null,
    legal_entity_id text not null,
    kind            text not null,
    line_no         integer,
    po_number       text,
    ordinal         integer not null,
    limit_amount    numeric(19,4),
    billed_before   numeric(19,4) not null,
    currency        text not null,
    short           boolean not null,
    position        bigint not null,
    primary key (funding_id, limit_id)
);
create index funding_limit_contract_id_idx on funding_limit (contract_id);
comment on table funding_limit is 'Limits that are watched (R3)';
comment on column funding_limit.funding_id is 'funding:<key of the contract>';
comment on column funding_limit.limit_id is 'line-<number>, contract or po-<number of the order>';
comment on column funding_limit.contract_id is 'contract:<key>';
comment on column funding_limit.legal_entity_id is 'seller, legal-entity:<code>';
comment on column funding_limit.kind is 'LINE, CONTRACT or PO';
comment on column funding_limit.line_no is 'contract line; null unless LINE';
comment on column funding_limit.po_number is 'purchase order; null unless PO';
comment on column funding_limit.ordinal is 'order in which the limits were set, from 1';
comment on column funding_limit.limit_amount is 'most that may be billed; null means no limit';
comment on column funding_limit.billed_before is 'net billed before the limit was watched';
comment on column funding_limit.currency is 'ISO 4217';
comment on column funding_limit.short is 'whether work waits for it';
comment on column funding_limit.position is 'place in the log of the last event folded into the row';

create table funding_movement (
    event_id          text not null,
    leg               text not null,
    position          bigint not null,
    recorded_at       timestamptz not null,
    legal_entity_id   text not null,
    contract_id       text not null,
    line_no           integer not null,
    source_id         text,
    customer_id       text,
    project_id        text,
    service_date      date,
    po_number         text,
    invoice_id        text,
    kind              text not null,
    reserved_amount   numeric(19,4) not null,
    drafted_amount    numeric(19,4) not null,
    billed_amount     numeric(19,4) not null,
    over_limit_amount numeric(19,4) not null,
    short_of          text,
    rank              text,
    currency          text not null,
    rule_version      integer not null,
    primary key (event_id, leg)
);
create index funding_movement_contract_id_idx on funding_movement (contract_id);
create index funding_movement_invoice_id_idx on funding_movement (invoice_id) where invoice_id is not null;
comment on table funding_movement is 'What of the limits is reserved, drafted and billed, and what is over them, signed';
comment on column funding_movement.event_id is 'the event that moved it, UUID';
comment on column funding_movement.leg is 'distinguishes the rows of one event';
comment on column funding_movement.position is 'place of the event in the log';
comment on column funding_movement.recorded_at is 'when the event was recorded, UTC';
comment on column funding_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column funding_movement.contract_id is 'contract:<key>';
comment on column funding_movement.line_no is 'contract line that pays';
comment on column funding_movement.source_id is 'time-entry:<uuid> or billing-item:<uuid>; null where a whole invoice moves';
comment on column funding_movement.customer_id is 'buyer, customer:<code>; null unless asked for by the source';
comment on column funding_movement.project_id is 'project:<key>; null unless asked for by the source';
comment on column funding_movement.service_date is 'day of work or acceptance; null unless asked for by the source';
comment on column funding_movement.po_number is 'purchase order drawn; null when orders set no limit';
comment on column funding_movement.invoice_id is 'draft or invoice; null while on none';
comment on column funding_movement.kind is 'reserved, refused, released, drafted, undrafted, billed or restored';
comment on column funding_movement.reserved_amount is 'change of what is reserved and on no draft';
comment on column funding_movement.drafted_amount is 'change of what is on drafts';
comment on column funding_movement.billed_amount is 'change of what is billed, net of credits';
comment on column funding_movement.over_limit_amount is 'change of what is over a limit';
comment on column funding_movement.short_of is 'limit that holds the rest back afterwards; null when nothing is held';
comment on column funding_movement.rank is 'place in the queue afterwards; null unless asked for by the source';
comment on column funding_movement.currency is 'ISO 4217';
comment on column funding_movement.rule_version is 'version of the money rules used';
