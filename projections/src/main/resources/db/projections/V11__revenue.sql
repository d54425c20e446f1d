-- Revenue: accounting periods, obligations, what closes booked, estimates, limits over time, receivables.

create table accounting_period (
    accounting_period_id text not null,
    period               text not null,
    legal_entity_id      text not null,
    from_date            date not null,
    to_date              date,
    status               text not null,
    close_count          integer not null,
    close_id             text,
    closed_by            text,
    closed_at            timestamptz,
    position             bigint not null,
    primary key (accounting_period_id, period)
);
create index accounting_period_legal_entity_id_idx on accounting_period (legal_entity_id);
comment on table accounting_period is 'Periods of the books as they stand';
comment on column accounting_period.accounting_period_id is 'accounting-period:<code of the company>';
comment on column accounting_period.period is 'name, for example 2026-03';
comment on column accounting_period.legal_entity_id is 'seller, legal-entity:<code>';
comment on column accounting_period.from_date is 'first day';
comment on column accounting_period.to_date is 'first day after it; null means no day follows';
comment on column accounting_period.status is 'open or closed';
comment on column accounting_period.close_count is 'how often it was closed';
comment on column accounting_period.close_id is 'key of the last close; null before';
comment on column accounting_period.closed_by is 'who closed it last, issuer|subject; null before';
comment on column accounting_period.closed_at is 'when it was closed last, UTC; null before';
comment on column accounting_period.position is 'place in the log of the last event folded into the row';

create table obligation (
    obligation_id   text not null,
    contract_id     text not null,
    customer_id     text not null,
    legal_entity_id text not null,
    name            text not null,
    line_no         integer not null,
    line_nos        text not null,
    method          text not null,
    progress_basis  text not null,
    within_limit    boolean not null,
    price_amount    numeric(19,4),
    term_from       date not null,
    term_to         date,
    kept_amount     numeric(19,4) not null,
    kept_cost       numeric(19,4) not null,
    booked_amount   numeric(19,4) not null,
    currency        text not null,
    position        bigint not null,
    primary key (obligation_id)
);
create index obligation_contract_id_idx on obligation (contract_id);
create index obligation_legal_entity_id_idx on obligation (legal_entity_id);
comment on table obligation is 'Promises of contracts, their terms and what is booked for them, as they stand';
comment on column obligation.obligation_id is 'obligation:<uuid>';
comment on column obligation.contract_id is 'contract:<key>';
comment on column obligation.customer_id is 'buyer, customer:<code>';
comment on column obligation.legal_entity_id is 'seller, legal-entity:<code>';
comment on column obligation.name is 'what people call it';
comment on column obligation.line_no is 'lowest contract line that pays for it';
comment on column obligation.line_nos is 'contract lines that pay for it, comma separated';
comment on column obligation.method is 'AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE';
comment on column obligation.progress_basis is 'COST or REPORTED';
comment on column obligation.within_limit is 'whether revenue as incurred stops at the limit';
comment on column obligation.price_amount is 'price that holds; null means unquantified';
comment on column obligation.term_from is 'first day that still earns';
comment on column obligation.term_to is 'first day after the term; null means open';
comment on column obligation.kept_amount is 'earned before the last prospective change, else 0';
comment on column obligation.kept_cost is 'cost that earned it, else 0';
comment on column obligation.booked_amount is 'revenue booked by closes and catch-ups';
comment on column obligation.currency is 'ISO 4217';
comment on column obligation.position is 'place in the log of the last event folded into the row';

create table recognition (
    event_id             text not null,
    leg                  text not null,
    position             bigint not null,
    recorded_at          timestamptz not null,
    legal_entity_id      text not null,
    customer_id          text not null,
    contract_id          text not null,
    obligation_id        text not null,
    line_no              integer not null,
    kind                 text not null,
    method               text not null,
    period               text,
    cause_id             text not null,
    cost_amount          numeric(19,4),
    estimate_amount      numeric(19,4),
    price_amount         numeric(19,4),
    limit_amount         numeric(19,4),
    value_amount         numeric(19,4),
    to_date_amount       numeric(19,4) not null,
    booked_before_amount numeric(19,4) not null,
    revenue_amount       numeric(19,4) not null,
    service_date         date not null,
    accounting_date      date not null,
    currency             text not null,
    rule_version         integer not null,
    primary key (event_id, leg)
);
create index recognition_contract_id_idx on recognition (contract_id);
create index recognition_obligation_id_idx on recognition (obligation_id);
comment on table recognition is 'Revenue booked by closes and changes of terms, signed';
comment on column recognition.event_id is 'the event that moved it, UUID';
comment on column recognition.leg is 'distinguishes the rows of one event';
comment on column recognition.position is 'place of the event in the log';
comment on column recognition.recorded_at is 'when the event was recorded, UTC';
comment on column recognition.legal_entity_id is 'seller, legal-entity:<code>';
comment on column recognition.customer_id is 'buyer, customer:<code>';
comment on column recognition.contract_id is 'contract:<key>';
comment on column recognition.obligation_id is 'obligation:<uuid>';
comment on column recognition.line_no is 'lowest contract line that pays';
comment on column recognition.kind is 'recognised or catch-up';
comment on column recognition.method is 'AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE';
comment on column recognition.period is 'period closed; null for a catch-up';
comment on column recognition.cause_id is 'key of the close, or of the change';
comment on column recognition.cost_amount is 'cost to date; null where the method does not ask';
comment on column recognition.estimate_amount is 'estimate at completion; null where none was given';
comment on column recognition.price_amount is 'price that held; null means unquantified';
comment on column recognition.limit_amount is 'limit that held; null means none';
comment on column recognition.value_amount is 'value to date that the method counts; null where it does not ask';
comment on column recognition.to_date_amount is 'revenue since inception';
comment on column recognition.booked_before_amount is 'booked before';
comment on column recognition.revenue_amount is 'change of booked revenue';
comment on column recognition.service_date is 'last day of the period, or day of the change';
comment on column recognition.accounting_date is 'day it counts for in the books';
comment on column recognition.currency is 'ISO 4217';
comment on column recognition.rule_version is 'version of the money rules used';

create table obligation_change (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    obligation_id   text not null,
    contract_id     text not null,
    legal_entity_id text not null,
    modification_id text not null,
    treatment       text not null,
    decided_by      text not null,
    reason          text not null,
    price_amount    numeric(19,4),
    term_to         date,
    effective_on    date not null,
    kept_amount     numeric(19,4) not null,
    currency        text not null,
    primary key (event_id, leg)
);
create index obligation_change_obligation_id_idx on obligation_change (obligation_id);
comment on table obligation_change is 'Changes of the terms of obligations (R6)';
comment on column obligation_change.event_id is 'the event that moved it, UUID';
comment on column obligation_change.leg is 'distinguishes the rows of one event';
comment on column obligation_change.position is 'place of the event in the log';
comment on column obligation_change.recorded_at is 'when the event was recorded, UTC';
comment on column obligation_change.obligation_id is 'obligation:<uuid>';
comment on column obligation_change.contract_id is 'contract:<key>';
comment on column obligation_change.legal_entity_id is 'seller, legal-entity:<code>';
comment on column obligation_change.modification_id is 'key of the change';
comment on column obligation_change.treatment is 'PROSPECTIVE, CATCH_UP or SEPARATE';
comment on column obligation_change.decided_by is 'who decided the treatment, issuer|subject';
comment on column obligation_change.reason is 'why';
comment on column obligation_change.price_amount is 'price from then on; null means unquantified';
comment on column obligation_change.term_to is 'first day after the term from then on; null means open';
comment on column obligation_change.effective_on is 'day from which it holds';
comment on column obligation_change.kept_amount is 'revenue that stays as it is';
comment on column obligation_change.currency is 'ISO 4217';

create table estimate (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    contract_id     text not null,
    project_id      text not null,
    line_no         integer not null,
    estimate_amount numeric(19,4) not null,
    as_of           date not null,
    reason          text not null,
    revised_by      text not null,
    currency        text not null,
    primary key (event_id, leg)
);
create index estimate_contract_id_idx on estimate (contract_id);
comment on table estimate is 'Estimated cost at completion of contract lines, each revision';
comment on column estimate.event_id is 'the event that moved it, UUID';
comment on column estimate.leg is 'distinguishes the rows of one event';
comment on column estimate.position is 'place of the event in the log';
comment on column estimate.recorded_at is 'when the event was recorded, UTC';
comment on column estimate.legal_entity_id is 'seller, legal-entity:<code>';
comment on column estimate.contract_id is 'contract:<key>';
comment on column estimate.project_id is 'project:<key>';
comment on column estimate.line_no is 'contract line';
comment on column estimate.estimate_amount is 'cost at completion, what was spent included';
comment on column estimate.as_of is 'day from which it holds';
comment on column estimate.reason is 'why';
comment on column estimate.revised_by is 'who said so, issuer|subject';
comment on column estimate.currency is 'ISO 4217';

create table limit_change (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    contract_id     text not null,
    line_no         integer not null,
    limit_amount    numeric(19,4),
    accounting_date date not null,
    currency        text not null,
    primary key (event_id, leg)
);
create index limit_change_contract_id_idx on limit_change (contract_id);
comment on table limit_change is 'Limits of contracts and their lines, each state they came to';
comment on column limit_change.event_id is 'the event that moved it, UUID';
comment on column limit_change.leg is 'distinguishes the rows of one event';
comment on column limit_change.position is 'place of the event in the log';
comment on column limit_change.recorded_at is 'when the event was recorded, UTC';
comment on column limit_change.legal_entity_id is 'seller, legal-entity:<code>';
comment on column limit_change.contract_id is 'contract:<key>';
comment on column limit_change.line_no is 'contract line; 0 means the contract as a whole';
comment on column limit_change.limit_amount is 'most that may be billed from then on; null means no limit';
comment on column limit_change.accounting_date is 'day it counts for in the books';
comment on column limit_change.currency is 'ISO 4217';

create table receivable_movement (
    event_id        text not null,
    leg             text not null,
    position        bigint not null,
    recorded_at     timestamptz not null,
    legal_entity_id text not null,
    customer_id     text not null,
    contract_id     text not null,
    document_id     text not null,
    kind            text not null,
    service_date    date not null,
    accounting_date date not null,
    gross_amount    numeric(19,4) not null,
    net_amount      numeric(19,4) not null,
    currency        text not null,
    rule_version    integer not null,
    primary key (event_id, leg)
);
create index receivable_movement_contract_id_idx on receivable_movement (contract_id);
create index receivable_movement_legal_entity_id_accounting_date_idx on receivable_movement (legal_entity_id, accounting_date);
comment on table receivable_movement is 'What customers owe, tax included, signed';
comment on column receivable_movement.event_id is 'the event that moved it, UUID';
comment on column receivable_movement.leg is 'distinguishes the rows of one event';
comment on column receivable_movement.position is 'place of the event in the log';
comment on column receivable_movement.recorded_at is 'when the event was recorded, UTC';
comment on column receivable_movement.legal_entity_id is 'seller, legal-entity:<code>';
comment on column receivable_movement.customer_id is 'payer, customer:<code>';
comment on column receivable_movement.contract_id is 'contract:<key>';
comment on column receivable_movement.document_id is 'invoice:<uuid> or credit-note:<uuid>';
comment on column receivable_movement.kind is 'issued, credited, applied or written off';
comment on column receivable_movement.service_date is 'day of the document or of the money';
comment on column receivable_movement.accounting_date is 'day it counts for in the books';
comment on column receivable_movement.gross_amount is 'change of what is owed';
comment on column receivable_movement.net_amount is 'net of it; 0 for money';
comment on column receivable_movement.currency is 'ISO 4217';
comment on column receivable_movement.rule_version is 'version of the money rules used';

create table setup_step (
    event_id    text not null,
    leg         text not null,
    position    bigint not null,
    recorded_at timestamptz not null,
    subject_id  text not null,
    kind        text not null,
    target      text not null,
    primary key (event_id, leg)
);
create index setup_step_subject_id_idx on setup_step (subject_id);
comment on table setup_step is 'When deals were won and projects provisioned, for the set-up lead time';
comment on column setup_step.event_id is 'the event that moved it, UUID';
comment on column setup_step.leg is 'distinguishes the rows of one event';
comment on column setup_step.position is 'place of the event in the log';
comment on column setup_step.recorded_at is 'when the event was recorded, UTC';
comment on column setup_step.subject_id is 'deal:<key> or project:<key>';
comment on column setup_step.kind is 'won or provisioned';
comment on column setup_step.target is 'outside system that knows the project; empty for won';

create table capacity (
    person_id       text not null,
    from_date       date not null,
    weekday_seconds text not null,
    position        bigint not null,
    primary key (person_id, from_date)
);
comment on table capacity is 'Working time of people who do not work eight hours on each working day';
comment on column capacity.person_id is 'person:<code>';
comment on column capacity.from_date is 'first day on which it holds, until a later one';
comment on column capacity.weekday_seconds is 'working time, seconds, Monday to Sunday, comma separated';
comment on column capacity.position is 'place in the log of the last event folded into the row';

create table absence (
    person_id       text not null,
    absence_id      text not null,
    from_date       date not null,
    to_date         date not null,
    seconds_per_day integer,
    kind            text not null,
    position        bigint not null,
    primary key (person_id, absence_id)
);
comment on table absence is 'Days or hours on which people are away';
comment on column absence.person_id is 'person:<code>';
comment on column absence.absence_id is 'unique within the person';
comment on column absence.from_date is 'first day';
comment on column absence.to_date is 'first day after it';
comment on column absence.seconds_per_day is 'time away each day; null means the whole day';
comment on column absence.kind is 'VACATION, ILLNESS, TRAINING or OTHER';
comment on column absence.position is 'place in the log of the last event folded into the row';
