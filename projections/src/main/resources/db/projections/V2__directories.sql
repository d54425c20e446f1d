-- Directories: parties, people, contracts, projects, rates.

create table legal_entity (
    legal_entity_id       text not null,
    name                  text not null,
    country               text not null,
    currency              text not null,
    seller_tax_id         text not null,
    zone                  text not null,
    numbering             text not null,
    invoice_series        text not null,
    standard_rate_card_id text not null,
    holiday_calendar_id   text,
    position              bigint not null,
    primary key (legal_entity_id)
);
comment on table legal_entity is 'Companies of the firm';
comment on column legal_entity.legal_entity_id is 'legal-entity:<code>';
comment on column legal_entity.name is 'registered name';
comment on column legal_entity.country is 'ISO 3166-1 alpha-2';
comment on column legal_entity.currency is 'book currency, ISO 4217';
comment on column legal_entity.seller_tax_id is 'tax identifier printed on invoices';
comment on column legal_entity.zone is 'IANA time zone of its calendar';
comment on column legal_entity.numbering is 'who numbers its invoices: FAIRLEAD or ERP';
comment on column legal_entity.invoice_series is 'prefix of its invoice series';
comment on column legal_entity.standard_rate_card_id is 'last rate card asked, rate-card:<code>';
comment on column legal_entity.holiday_calendar_id is 'days off, holiday-calendar:<code>; null means none';
comment on column legal_entity.position is 'place in the log of the last event folded into the row';

create table customer (
    customer_id        text not null,
    name               text not null,
    country            text not null,
    currency           text not null,
    tax_id             text,
    tax_category       text,
    street             text not null,
    city               text not null,
    postal_code        text not null,
    legal_entity_id    text,
    billing_method     text,
    po_required        boolean not null,
    buyer_reference    text,
    payment_terms_days integer not null,
    position           bigint not null,
    primary key (customer_id)
);
create index customer_name_customer_id_idx on customer (name, customer_id);
comment on table customer is 'Buyers';
comment on column customer.customer_id is 'customer:<code>';
comment on column customer.name is 'registered name';
comment on column customer.country is 'ISO 3166-1 alpha-2';
comment on column customer.currency is 'usual currency, ISO 4217';
comment on column customer.tax_id is 'tax identifier; null means none';
comment on column customer.tax_category is 'UNCL5305 category; null means not settled';
comment on column customer.street is 'street and number';
comment on column customer.city is 'town';
comment on column customer.postal_code is 'postal code';
comment on column customer.legal_entity_id is 'company that usually contracts with it; null means not settled';
comment on column customer.billing_method is 'TIME_AND_MATERIALS or MILESTONE for deals that name none; null means none';
comment on column customer.po_required is 'whether it pays only invoices that name a purchase order';
comment on column customer.buyer_reference is 'reference it wants on invoices (BT-10); null means none';
comment on column customer.payment_terms_days is 'days from issue until due';
comment on column customer.position is 'place in the log of the last event folded into the row';

create table customer_alias (
    customer_id text not null,
    alias       text not null,
    position    bigint not null,
    primary key (customer_id, alias)
);
create index customer_alias_alias_idx on customer_alias (alias);
comment on table customer_alias is 'Outside names of customers';
comment on column customer_alias.customer_id is 'customer:<code>';
comment on column customer_alias.alias is 'outside name, for example a CRM account';
comment on column customer_alias.position is 'place in the log of the last event folded into the row';

create table customer_reference (
    customer_id text not null,
    target      text not null,
    external_id text not null,
    position    bigint not null,
    primary key (customer_id, target)
);
comment on table customer_reference is 'Identifiers that outside systems gave to customers';
comment on column customer_reference.customer_id is 'customer:<code>';
comment on column customer_reference.target is 'the outside system, for example ERP';
comment on column customer_reference.external_id is 'its identifier there';
comment on column customer_reference.position is 'place in the log of the last event folded into the row';

create table project_reference (
    project_id  text not null,
    target      text not null,
    external_id text not null,
    position    bigint not null,
    primary key (project_id, target)
);
comment on table project_reference is 'Identifiers that outside systems gave to projects';
comment on column project_reference.project_id is 'project:<key>';
comment on column project_reference.target is 'the outside system, for example ERP';
comment on column project_reference.external_id is 'its identifier there';
comment on column project_reference.position is 'place in the log of the last event folded into the row';

create table person (
    person_id       text not null,
    legal_entity_id text not null,
    name            text,
    role            text not null,
    employment      text not null,
    start_date      date not null,
    last_day        date,
    position        bigint not null,
    primary key (person_id)
);
comment on table person is 'People who work for the firm';
comment on column person.person_id is 'person:<code>';
comment on column person.legal_entity_id is 'employer, legal-entity:<code>';
comment on column person.name is 'full name; null when it is encrypted';
comment on column person.role is 'usual role';
comment on column person.employment is 'EMPLOYEE or SUBCONTRACTOR';
comment on column person.start_date is 'first working day';
comment on column person.last_day is 'last working day; null means none is known';
comment on column person.position is 'place in the log of the last event folded into the row';

create table person_alias (
    person_id text not null,
    alias     text not null,
    position  bigint not null,
    primary key (person_id, alias)
);
create index person_alias_alias_idx on person_alias (alias);
comment on table person_alias is 'Outside names of people';
comment on column person_alias.person_id is 'person:<code>';
comment on column person_alias.alias is 'outside name, for example a tracker''s user';
comment on column person_alias.position is 'place in the log of the last event folded into the row';

create table cost_rate (
    person_id    text not null,
    cost_rate_id text not null,
    from_date    date not null,
    to_date      date,
    rate         numeric(19,4) not null,
    currency     text not null,
    reason       text not null,
    position     bigint not null,
    primary key (person_id, cost_rate_id)
);
comment on table cost_rate is 'What an hour of a person costs; reveals pay';
comment on column cost_rate.person_id is 'person:<code>';
comment on column cost_rate.cost_rate_id is 'row of the person''s dated table';
comment on column cost_rate.from_date is 'first day, inclusive';
comment on column cost_rate.to_date is 'first day on which it no longer holds; null means open';
comment on column cost_rate.rate is 'per hour';
comment on column cost_rate.currency is 'ISO 4217';
comment on column cost_rate.reason is 'why it was set';
comment on column cost_rate.position is 'place in the log of the last event folded into the row';

create table holiday_calendar (
    holiday_calendar_id text not null,
    name                text not null,
    weekend             text not null,
    holidays            text not null,
    position            bigint not null,
    primary key (holiday_calendar_id)
);
comment on table holiday_calendar is 'Days off of a company or site';
comment on column holiday_calendar.holiday_calendar_id is 'holiday-calendar:<code>';
comment on column holiday_calendar.name is 'what people call it';
comment on column holiday_calendar.weekend is 'days of the week without work, 1 Monday to 7 Sunday, comma separated';
comment on column holiday_calendar.holidays is 'days off besides weekends, ISO dates ascending, comma separated';
comment on column holiday_calendar.position is 'place in the log of the last event folded into the row';

create table contract (
    contract_id        text not null,
    deal_id            text,
    legal_entity_id    text not null,
    customer_id        text not null,
    name               text not null,
    currency           text not null,
    signed_on          date not null,
    term_from          date not null,
    term_to            date,
    zone               text not null,
    payment_terms_days integer not null,
    po_required        boolean not null,
    po_number          text,
    buyer_reference    text,
    rate_card_id       text,
    rounding           text not null,
    seconds_per_day    integer not null,
    closed_on          date,
    position           bigint not null,
    primary key (contract_id)
);
create index contract_customer_id_idx on contract (customer_id);
create index contract_deal_id_idx on contract (deal_id);
comment on table contract is 'Signed contracts';
comment on column contract.contract_id is 'contract:<key>';
comment on column contract.deal_id is 'deal it came from, deal:<key>; null when entered directly';
comment on column contract.legal_entity_id is 'seller, legal-entity:<code>';
comment on column contract.customer_id is 'buyer and payer, customer:<code>';
comment on column contract.name is 'what people call it';
comment on column contract.currency is 'contract and billing currency, ISO 4217';
comment on column contract.signed_on is 'day of signature';
comment on column contract.term_from is 'first day of service, inclusive';
comment on column contract.term_to is 'first day after the term; null means open';
comment on column contract.zone is 'IANA zone in which work dates are read';
comment on column contract.payment_terms_days is 'days from issue until due';
comment on column contract.po_required is 'whether an invoice needs a purchase order';
comment on column contract.po_number is 'latest purchase order; null means none';
comment on column contract.buyer_reference is 'reference the buyer wants (BT-10); null means none';
comment on column contract.rate_card_id is 'own card, rate-card:<code>; null means none';
comment on column contract.rounding is 'how amounts are rounded: PER_ENTRY';
comment on column contract.seconds_per_day is 'what a unit of DAY means, seconds';
comment on column contract.closed_on is 'first day on which nothing more is accepted; null means open';
comment on column contract.position is 'place in the log of the last event folded into the row';

create table contract_line (
    contract_id  text not null,
    line_no      integer not null,
    description  text not null,
    method       text not null,
    amount       numeric(19,4),
    limit_amount numeric(19,4),
    tax_category text not null,
    erp_item     text,
    position     bigint not null,
    primary key (contract_id, line_no)
);
comment on table contract_line is 'What a contract sells and how it is billed';
comment on column contract_line.contract_id is 'contract:<key>';
comment on column contract_line.line_no is 'from 1, unique in the contract';
comment on column contract_line.description is 'what is sold';
comment on column contract_line.method is 'TIME_AND_MATERIALS or MILESTONE';
comment on column contract_line.amount is 'price agreed or ordered; null means unquantified';
comment on column contract_line.limit_amount is 'most that may be billed; null means no limit';
comment on column contract_line.tax_category is 'UNCL5305 category';
comment on column contract_line.erp_item is 'the ERP''s item; null means its default';
comment on column contract_line.position is 'place in the log of the last event folded into the row';

create table project (
    project_id      text not null,
    contract_id     text not null,
    customer_id     text not null,
    legal_entity_id text not null,
    name            text not null,
    currency        text not null,
    zone            text not null,
    line_no         integer not null,
    opened_on       date not null,
    closed_on       date,
    position        bigint not null,
    primary key (project_id)
);
create index project_contract_id_idx on project (contract_id);
comment on table project is 'Projects';
comment on column project.project_id is 'project:<key>';
comment on column project.contract_id is 'contract:<key>';
comment on column project.customer_id is 'buyer, customer:<code>';
comment on column project.legal_entity_id is 'seller, legal-entity:<code>';
comment on column project.name is 'what people call it';
comment on column project.currency is 'ISO 4217';
comment on column project.zone is 'IANA zone in which work dates are read';
comment on column project.line_no is 'contract line that time goes to unless its task says otherwise';
comment on column project.opened_on is 'day of opening';
comment on column project.closed_on is 'day of closing; null means open';
comment on column project.position is 'place in the log of the last event folded into the row';

create table task (
    project_id text not null,
    task_id    text not null,
    name       text not null,
    line_no    integer not null,
    time_class text not null,
    position   bigint not null,
    primary key (project_id, task_id)
);
comment on table task is 'Pieces of the work breakdown';
comment on column task.project_id is 'project:<key>';
comment on column task.task_id is 'unique within the project';
comment on column task.name is 'what people call it';
comment on column task.line_no is 'contract line that its time goes to';
comment on column task.time_class is 'BILLABLE, CREDITED or NON_BILLABLE';
comment on column task.position is 'place in the log of the last event folded into the row';

create table milestone (
    project_id   text not null,
    milestone_id text not null,
    contract_id  text not null,
    line_no      integer not null,
    name         text not null,
    amount       numeric(19,4) not null,
    currency     text not null,
    due_on       date,
    reached_on   date,
    accepted_on  date,
    accepted_by  text,
    evidence     text,
    status       text not null,
    position     bigint not null,
    primary key (project_id, milestone_id)
);
create index milestone_contract_id_line_no_idx on milestone (contract_id, line_no);
comment on table milestone is 'Billable results';
comment on column milestone.project_id is 'project:<key>';
comment on column milestone.milestone_id is 'unique within the project';
comment on column milestone.contract_id is 'contract:<key>';
comment on column milestone.line_no is 'contract line that pays';
comment on column milestone.name is 'what it is';
comment on column milestone.amount is 'price';
comment on column milestone.currency is 'ISO 4217';
comment on column milestone.due_on is 'day it is expected; null when only its acceptance is known';
comment on column milestone.reached_on is 'day the firm says it is there; null before';
comment on column milestone.accepted_on is 'day of acceptance; null before';
comment on column milestone.accepted_by is 'who accepted; null before';
comment on column milestone.evidence is 'where the proof is; null before';
comment on column milestone.status is 'scheduled, reached or accepted';
comment on column milestone.position is 'place in the log of the last event folded into the row';

create table rate (
    rate_card_id      text not null,
    rate_id           text not null,
    owner_id          text not null,
    line_no           integer,
    person_id         text,
    role              text,
    work_type         text,
    rate              numeric(19,4) not null,
    currency          text not null,
    unit              text not null,
    from_date         date not null,
    to_date           date,
    recorded_position bigint not null,
    position          bigint not null,
    primary key (rate_card_id, rate_id)
);
create index rate_owner_id_idx on rate (owner_id);
comment on table rate is 'Rows of all rate cards';
comment on column rate.rate_card_id is 'rate-card:<code>';
comment on column rate.rate_id is 'row of the card';
comment on column rate.owner_id is 'whose card it is: legal-entity:, customer:, project: or contract:<key>';
comment on column rate.line_no is 'the one contract line it holds for; null means all';
comment on column rate.person_id is 'the one person it holds for; null means all';
comment on column rate.role is 'the one role it holds for; null means all';
comment on column rate.work_type is 'the one kind of work it holds for; null means all';
comment on column rate.rate is 'per unit; 0 is a price';
comment on column rate.currency is 'ISO 4217';
comment on column rate.unit is 'HOUR or DAY';
comment on column rate.from_date is 'first day, inclusive';
comment on column rate.to_date is 'first day on which it no longer holds; null means open';
comment on column rate.recorded_position is 'place in the log where the row was set; the later wins a tie';
comment on column rate.position is 'place in the log of the last event folded into the row';

create table tax_rate (
    legal_entity_id text not null,
    tax_rates_id    text not null,
    category        text not null,
    from_date       date not null,
    to_date         date,
    rate            numeric(9,6) not null,
    source          text not null,
    position        bigint not null,
    primary key (tax_rates_id, category, from_date)
);
comment on table tax_rate is 'Dated tax rates';
comment on column tax_rate.legal_entity_id is 'legal-entity:<code>';
comment on column tax_rate.tax_rates_id is 'stream they come from, tax-rates:<code>';
comment on column tax_rate.category is 'UNCL5305 category';
comment on column tax_rate.from_date is 'first day, inclusive';
comment on column tax_rate.to_date is 'first day on which it no longer holds; null means open';
comment on column tax_rate.rate is 'part of the net, 0..1';
comment on column tax_rate.source is 'law or notice it comes from';
comment on column tax_rate.position is 'place in the log of the last event folded into the row';

create table deal (
    deal_id         text not null,
    revision        integer not null,
    source          text not null,
    source_id       text not null,
    name            text not null,
    account_id      text,
    amount          numeric(19,4),
    currency        text,
    close_date      date not null,
    legal_entity_id text,
    billing_method  text,
    po_number       text,
    tax_category    text,
    rate_card_id    text,
    status          text not null,
    reason          text,
    position        bigint not null,
    primary key (deal_id)
);
comment on table deal is 'Won deals and what became of them';
comment on column deal.deal_id is 'deal:<key>';
comment on column deal.revision is 'counts different messages about the deal, from 1';
comment on column deal.source is 'system it came from';
comment on column deal.source_id is 'its identifier there';
comment on column deal.name is 'what people call it';
comment on column deal.account_id is 'the CRM''s account; null when it gave none';
comment on column deal.amount is 'price agreed; null when unknown';
comment on column deal.currency is 'ISO 4217; null when unknown';
comment on column deal.close_date is 'day it was won';
comment on column deal.legal_entity_id is 'seller; null when unknown';
comment on column deal.billing_method is 'TIME_AND_MATERIALS or MILESTONE; null when unknown';
comment on column deal.po_number is 'purchase order; null means none';
comment on column deal.tax_category is 'UNCL5305 category; null leaves it to the customer';
comment on column deal.rate_card_id is 'card to price time with; null leaves it to the layers below';
comment on column deal.status is 'won or rejected; a contract names its deal';
comment on column deal.reason is 'why it was rejected; null otherwise';
comment on column deal.position is 'place in the log of the last event folded into the row';

create table deal_line (
    deal_id      text not null,
    revision     integer not null,
    line_no      integer not null,
    description  text not null,
    quantity     numeric(19,4),
    unit_price   numeric(19,4),
    amount       numeric(19,4) not null,
    service_date date,
    position     bigint not null,
    primary key (deal_id, revision, line_no)
);
comment on table deal_line is 'Products of won deals';
comment on column deal_line.deal_id is 'deal:<key>';
comment on column deal_line.revision is 'revision of the deal';
comment on column deal_line.line_no is 'place in the deal, from 1';
comment on column deal_line.description is 'what was sold';
comment on column deal_line.quantity is 'how many; null when unknown';
comment on column deal_line.unit_price is 'price of one; null when unknown';
comment on column deal_line.amount is 'price of all';
comment on column deal_line.service_date is 'day of service; null when unknown';
comment on column deal_line.position is 'place in the log of the last event folded into the row';

create table exception_case (
    exception_id    text not null,
    occurrence      integer not null,
    code            text not null,
    subject_id      text not null,
    sentence        text not null,
    owner_role      text not null,
    amount          numeric(19,4),
    currency        text,
    legal_entity_id text,
    raised_at       timestamptz not null,
    due_at          timestamptz not null,
    assignee        text,
    status          text not null,
    closed_at       timestamptz,
    closed_by       text,
    resolution      text,
    minutes_spent   integer not null,
    position        bigint not null,
    primary key (exception_id)
);
create index exception_case_status_due_at_idx on exception_case (status, due_at);
create index exception_case_subject_id_idx on exception_case (subject_id);
comment on table exception_case is 'What stopped and waits for a person';
comment on column exception_case.exception_id is 'exception:<uuid>';
comment on column exception_case.occurrence is 'counts how often it was raised, from 1';
comment on column exception_case.code is 'rule code';
comment on column exception_case.subject_id is 'what it is about, a stream key';
comment on column exception_case.sentence is 'what is wrong and what to do';
comment on column exception_case.owner_role is 'who clears it';
comment on column exception_case.amount is 'money at stake; null when unknown';
comment on column exception_case.currency is 'ISO 4217; null when the amount is unknown';
comment on column exception_case.legal_entity_id is 'legal-entity:<code>; null when unknown';
comment on column exception_case.raised_at is 'when it was raised last, UTC';
comment on column exception_case.due_at is 'when it should be cleared, UTC';
comment on column exception_case.assignee is 'who takes care, issuer|subject; null means nobody';
comment on column exception_case.status is 'open, assigned, resolved or waived';
comment on column exception_case.closed_at is 'when it was resolved or waived, UTC; null before';
comment on column exception_case.closed_by is 'who resolved or waived it, issuer|subject; null before';
comment on column exception_case.resolution is 'what was done or why it was waived; null before';
comment on column exception_case.minutes_spent is 'spent by people on all occurrences';
comment on column exception_case.position is 'place in the log of the last event folded into the row';
