-- Worked time, billing items and what of them is unbilled.

create table time_entry (
    time_entry_id    text not null,
    source           text not null,
    source_id        text not null,
    person_id        text not null,
    project_id       text not null,
    contract_id      text not null,
    customer_id      text not null,
    legal_entity_id  text not null,
    line_no          integer not null,
    task_id          text,
    work_type        text,
    start_at         timestamptz,
    zone             text not null,
    work_date        date not null,
    seconds          integer not null,
    time_class       text not null,
    note             text,
    author           text not null,
    version          integer not null,
    status           text not null,
    submitted_at     timestamptz,
    approved_by      text,
    approved_at      timestamptz,
    rejection        text,
    rate_card_id     text,
    rate_id          text,
    rate             numeric(19,4),
    seconds_per_unit integer,
    billed_seconds   integer,
    amount           numeric(19,4),
    currency         text,
    invoice_id       text,
    invoice_number   text,
    position         bigint not null,
    primary key (time_entry_id)
);
create index time_entry_status_time_entry_id_idx on time_entry (status, time_entry_id);
create index time_entry_project_id_time_entry_id_idx on time_entry (project_id, time_entry_id);
create index time_entry_person_id_work_date_idx on time_entry (person_id, work_date);
comment on table time_entry is 'Worked time as it stands';
comment on column time_entry.time_entry_id is 'time-entry:<uuid>';
comment on column time_entry.source is 'system it came from';
comment on column time_entry.source_id is 'its identifier there';
comment on column time_entry.person_id is 'who worked, person:<code>';
comment on column time_entry.project_id is 'project:<key>';
comment on column time_entry.contract_id is 'contract:<key>';
comment on column time_entry.customer_id is 'buyer, customer:<code>';
comment on column time_entry.legal_entity_id is 'seller, legal-entity:<code>';
comment on column time_entry.line_no is 'contract line';
comment on column time_entry.task_id is 'task of the project; null means none';
comment on column time_entry.work_type is 'kind of work; null means none';
comment on column time_entry.start_at is 'begin, UTC; null when only the day is known';
comment on column time_entry.zone is 'IANA zone in which the work date was read';
comment on column time_entry.work_date is 'day of work';
comment on column time_entry.seconds is 'worked time, whole seconds';
comment on column time_entry.time_class is 'BILLABLE, CREDITED or NON_BILLABLE';
comment on column time_entry.note is 'what was done; null when nothing was said or it is encrypted';
comment on column time_entry.author is 'who entered it, issuer|subject';
comment on column time_entry.version is 'correction, from 1';
comment on column time_entry.status is 'recorded, submitted, approved, rejected, priced, drafted or billed';
comment on column time_entry.submitted_at is 'when it was last submitted, UTC; null before';
comment on column time_entry.approved_by is 'who accepted it, issuer|subject; null before';
comment on column time_entry.approved_at is 'when it was accepted, UTC; null before';
comment on column time_entry.rejection is 'why it was last rejected; null unless rejected';
comment on column time_entry.rate_card_id is 'card of the rate used; null before pricing';
comment on column time_entry.rate_id is 'row of the card used; null before pricing';
comment on column time_entry.rate is 'price of a unit; null before pricing';
comment on column time_entry.seconds_per_unit is 'what the price''s unit means, seconds; null before pricing';
comment on column time_entry.billed_seconds is 'time that is billed; null before pricing';
comment on column time_entry.amount is 'price of the entry; null before pricing';
comment on column time_entry.currency is 'ISO 4217; null before pricing';
comment on column time_entry.invoice_id is 'draft or invoice that claims it; null when none';
comment on column time_entry.invoice_number is 'number printed on the invoice; null before issue';
comment on column time_entry.position is 'place in the log of the last event folded into the row';

create table billing_item (
    billing_item_id text not null,
    kind            text not null,
    contract_id     text not null,
    project_id      text not null,
    customer_id     text not null,
    legal_entity_id text not null,
    line_no         integer not null,
    milestone_id    text,
    description     text not null,
    amount          numeric(19,4) not null,
    currency        text not null,
    due_on          date,
    service_date    date,
    status          text not null,
    invoice_id      text,
    invoice_number  text,
    position        bigint not null,
    primary key (billing_item_id)
);
create index billing_item_contract_id_idx on billing_item (contract_id);
comment on table billing_item is 'Other things to bill, as they stand';
comment on column billing_item.billing_item_id is 'billing-item:<uuid>';
comment on column billing_item.kind is 'MILESTONE';
comment on column billing_item.contract_id is 'contract:<key>';
comment on column billing_item.project_id is 'project:<key>';
comment on column billing_item.customer_id is 'buyer, customer:<code>';
comment on column billing_item.legal_entity_id is 'seller, legal-entity:<code>';
comment on column billing_item.line_no is 'contract line that pays';
comment on column billing_item.milestone_id is 'milestone of the project; null when not told';
comment on column billing_item.description is 'text for the invoice';
comment on column billing_item.amount is 'price';
comment on column billing_item.currency is 'ISO 4217';
comment on column billing_item.due_on is 'day it is expected; null when not told';
comment on column billing_item.service_date is 'day of acceptance; null before';
comment on column billing_item.status is 'scheduled, ready, drafted or billed';
comment on column billing_item.invoice_id is 'draft or invoice that claims it; null when none';
comment on column billing_item.invoice_number is 'number printed on the invoice; null before issue';
comment on column billing_item.position is 'place in the log of the last event folded into the row';

create table unbilled_work (
    source_id       text not null,
    source_kind     text not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    project_id      text not null,
    line_no         integer not null,
    person_id       text,
    service_date    date not null,
    accounting_date date not null,
    priced_seconds  integer not null,
    priced_amount   numeric(19,4) not null,
    ready_amount    numeric(19,4) not null,
    drafted_amount  numeric(19,4) not null,
    billed_amount   numeric(19,4) not null,
    currency        text not null,
    rule_version    integer not null,
    invoice_id      text,
    position        bigint not null,
    primary key (source_id)
);
create index unbilled_work_contract_id_service_date_idx on unbilled_work (contract_id, service_date) where ready_amount <> 0 or drafted_amount <> 0;
create index unbilled_work_invoice_id_idx on unbilled_work (invoice_id) where invoice_id is not null;
create index unbilled_work_legal_entity_id_contract_id_service_date_idx on unbilled_work (legal_entity_id, contract_id, service_date) where ready_amount <> 0 or drafted_amount <> 0;
comment on table unbilled_work is 'What of each priced entry and ready item is ready, drafted and billed';
comment on column unbilled_work.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column unbilled_work.source_kind is 'time or milestone';
comment on column unbilled_work.legal_entity_id is 'seller, legal-entity:<code>';
comment on column unbilled_work.customer_id is 'buyer, customer:<code>';
comment on column unbilled_work.contract_id is 'contract:<key>';
comment on column unbilled_work.project_id is 'project:<key>';
comment on column unbilled_work.line_no is 'contract line that pays';
comment on column unbilled_work.person_id is 'who worked, person:<code>; null for items';
comment on column unbilled_work.service_date is 'day of work or acceptance';
comment on column unbilled_work.accounting_date is 'day it counts for in the books';
comment on column unbilled_work.priced_seconds is 'time that is billed; 0 for items';
comment on column unbilled_work.priced_amount is 'price, sum of the three below';
comment on column unbilled_work.ready_amount is 'on no draft';
comment on column unbilled_work.drafted_amount is 'on a draft';
comment on column unbilled_work.billed_amount is 'on issued invoices';
comment on column unbilled_work.currency is 'ISO 4217';
comment on column unbilled_work.rule_version is 'version of the money rules used';
comment on column unbilled_work.invoice_id is 'draft or invoice that last claimed it; null when none';
comment on column unbilled_work.position is 'place in the log of the last event folded into the row';

create table time_movement (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    project_id      text not null,
    line_no         integer not null,
    time_entry_id   text not null,
    person_id       text not null,
    kind            text not null,
    time_class      text not null,
    service_date    date not null,
    accounting_date date not null,
    seconds         integer not null,
    rule_version    integer not null,
    primary key (event_id, leg)
);
comment on table time_movement is 'Approved time, signed';
comment on column time_movement.event_id is 'the event that moved it, UUID';
comment on column time_movement.leg is 'distinguishes the rows of one event';
comment on column time_movement.position is 'place of the event in the log';
comment on column time_movement.recorded_at is 'when the event was recorded, UTC';
comment on column time_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column time_movement.customer_id is 'buyer, customer:<code>';
comment on column time_movement.contract_id is 'contract:<key>';
comment on column time_movement.project_id is 'project:<key>';
comment on column time_movement.line_no is 'contract line';
comment on column time_movement.time_entry_id is 'time-entry:<uuid>';
comment on column time_movement.person_id is 'who worked, person:<code>';
comment on column time_movement.kind is 'approved';
comment on column time_movement.time_class is 'BILLABLE, CREDITED or NON_BILLABLE';
comment on column time_movement.service_date is 'day of work';
comment on column time_movement.accounting_date is 'day it counts for in the books';
comment on column time_movement.seconds is 'change of approved time';
comment on column time_movement.rule_version is 'version of the rules used';

create table wip_movement (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    project_id      text not null,
    line_no         integer not null,
    source_id       text not null,
    portion_no      integer not null,
    kind            text not null,
    service_date    date not null,
    accounting_date date not null,
    seconds         integer not null,
    ready_amount    numeric(19,4) not null,
    drafted_amount  numeric(19,4) not null,
    billed_amount   numeric(19,4) not null,
    currency        text not null,
    rule_version    integer not null,
    primary key (event_id, leg)
);
create index wip_movement_contract_id_idx on wip_movement (contract_id);
comment on table wip_movement is 'Unbilled work, signed: balances are plain sums';
comment on column wip_movement.event_id is 'the event that moved it, UUID';
comment on column wip_movement.leg is 'distinguishes the rows of one event';
comment on column wip_movement.position is 'place of the event in the log';
comment on column wip_movement.recorded_at is 'when the event was recorded, UTC';
comment on column wip_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column wip_movement.customer_id is 'buyer, customer:<code>';
comment on column wip_movement.contract_id is 'contract:<key>';
comment on column wip_movement.project_id is 'project:<key>';
comment on column wip_movement.line_no is 'contract line that pays';
comment on column wip_movement.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column wip_movement.portion_no is 'portion of the source, from 1; 0 means the whole';
comment on column wip_movement.kind is 'priced, ready, drafted, undrafted or billed';
comment on column wip_movement.service_date is 'day of work or acceptance';
comment on column wip_movement.accounting_date is 'day it counts for in the books';
comment on column wip_movement.seconds is 'change of unbilled time';
comment on column wip_movement.ready_amount is 'change of what is on no draft';
comment on column wip_movement.drafted_amount is 'change of what is on a draft';
comment on column wip_movement.billed_amount is 'change of what is on issued invoices';
comment on column wip_movement.currency is 'ISO 4217';
comment on column wip_movement.rule_version is 'version of the money rules used';

create table revenue_movement (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    project_id      text not null,
    line_no         integer not null,
    source_id       text not null,
    kind            text not null,
    service_date    date not null,
    accounting_date date not null,
    seconds         integer not null,
    revenue_amount  numeric(19,4) not null,
    currency        text not null,
    rule_version    integer not null,
    primary key (event_id, leg)
);
create index revenue_movement_contract_id_idx on revenue_movement (contract_id);
comment on table revenue_movement is 'Revenue earned as incurred: priced time and accepted milestones, signed';
comment on column revenue_movement.event_id is 'the event that moved it, UUID';
comment on column revenue_movement.leg is 'distinguishes the rows of one event';
comment on column revenue_movement.position is 'place of the event in the log';
comment on column revenue_movement.recorded_at is 'when the event was recorded, UTC';
comment on column revenue_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column revenue_movement.customer_id is 'buyer, customer:<code>';
comment on column revenue_movement.contract_id is 'contract:<key>';
comment on column revenue_movement.project_id is 'project:<key>';
comment on column revenue_movement.line_no is 'contract line';
comment on column revenue_movement.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column revenue_movement.kind is 'time or milestone';
comment on column revenue_movement.service_date is 'day of work or acceptance';
comment on column revenue_movement.accounting_date is 'day it counts for in the books';
comment on column revenue_movement.seconds is 'billed time; 0 for milestones';
comment on column revenue_movement.revenue_amount is 'change of revenue';
comment on column revenue_movement.currency is 'ISO 4217';
comment on column revenue_movement.rule_version is 'version of the money rules used';

create table cost_movement (
    event_id           text not null,
    leg                text not null,
    position           bigint not null,
    recorded_at        timestamptz not null,
    legal_entity_id    text not null,
    customer_id        text not null,
    contract_id        text not null,
    project_id         text not null,
    time_entry_id      text not null,
    person_id          text not null,
    resource_entity_id text not null,
    cost_rate_id       text not null,
    kind               text not null,
    service_date       date not null,
    accounting_date    date not null,
    seconds            integer not null,
    cost_amount        numeric(19,4) not null,
    currency           text not null,
    rule_version       integer not null,
    primary key (event_id, leg)
);
create index cost_movement_contract_id_idx on cost_movement (contract_id);
create index cost_movement_time_entry_id_idx on cost_movement (time_entry_id);
comment on table cost_movement is 'Cost of worked time, signed; reveals pay';
comment on column cost_movement.event_id is 'the event that moved it, UUID';
comment on column cost_movement.leg is 'distinguishes the rows of one event';
comment on column cost_movement.position is 'place of the event in the log';
comment on column cost_movement.recorded_at is 'when the event was recorded, UTC';
comment on column cost_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column cost_movement.customer_id is 'buyer, customer:<code>';
comment on column cost_movement.contract_id is 'contract:<key>';
comment on column cost_movement.project_id is 'project:<key>';
comment on column cost_movement.time_entry_id is 'time-entry:<uuid>';
comment on column cost_movement.person_id is 'who worked, person:<code>';
comment on column cost_movement.resource_entity_id is 'employer, legal-entity:<code>';
comment on column cost_movement.cost_rate_id is 'row of the person''s dated table';
comment on column cost_movement.kind is 'time';
comment on column cost_movement.service_date is 'day of work';
comment on column cost_movement.accounting_date is 'day it counts for in the books';
comment on column cost_movement.seconds is 'worked time';
comment on column cost_movement.cost_amount is 'change of cost, in the contract''s currency';
comment on column cost_movement.currency is 'ISO 4217';
comment on column cost_movement.rule_version is 'version of the money rules used';

create table price_movement (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    line_no         integer not null,
    kind            text not null,
    service_date    date not null,
    accounting_date date not null,
    price_amount    numeric(19,4),
    currency        text not null,
    rule_version    integer not null,
    primary key (event_id, leg)
);
create index price_movement_contract_id_idx on price_movement (contract_id);
comment on table price_movement is 'Price of contract lines, signed';
comment on column price_movement.event_id is 'the event that moved it, UUID';
comment on column price_movement.leg is 'distinguishes the rows of one event';
comment on column price_movement.position is 'place of the event in the log';
comment on column price_movement.recorded_at is 'when the event was recorded, UTC';
comment on column price_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column price_movement.customer_id is 'buyer, customer:<code>';
comment on column price_movement.contract_id is 'contract:<key>';
comment on column price_movement.line_no is 'contract line';
comment on column price_movement.kind is 'signed';
comment on column price_movement.service_date is 'first day of the term';
comment on column price_movement.accounting_date is 'day of signature';
comment on column price_movement.price_amount is 'change of price: agreed, else the limit; null means unquantified';
comment on column price_movement.currency is 'ISO 4217';
comment on column price_movement.rule_version is 'version of the money rules used';
