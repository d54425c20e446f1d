-- What companies pay one another for people that they lend, and what that makes of the cost of time.

create table transfer_rate (
    transfer_rates_id text not null,
    transfer_rate_id  text not null,
    employer_id       text not null,
    seller_id         text not null,
    role              text,
    from_date         date not null,
    to_date           date,
    rate              numeric(19,4) not null,
    currency          text not null,
    reason            text not null,
    position          bigint not null,
    primary key (transfer_rates_id, transfer_rate_id)
);
comment on table transfer_rate is 'What one company pays another for an hour of a person that it borrows';
comment on column transfer_rate.transfer_rates_id is 'transfer-rates:<code of the employer>';
comment on column transfer_rate.transfer_rate_id is 'row, unique within the employer';
comment on column transfer_rate.employer_id is 'who lends and is paid, legal-entity:<code>';
comment on column transfer_rate.seller_id is 'who borrows and pays, legal-entity:<code>';
comment on column transfer_rate.role is 'usual role of the person; null means every role without a row of its own';
comment on column transfer_rate.from_date is 'first day';
comment on column transfer_rate.to_date is 'first day outside; null means open';
comment on column transfer_rate.rate is 'per hour';
comment on column transfer_rate.currency is 'ISO 4217';
comment on column transfer_rate.reason is 'why it was set';
comment on column transfer_rate.position is 'place in the log of the last event folded into the row';

alter table cost_movement add column transfer_amount numeric(19,4);
comment on column cost_movement.transfer_amount is 'change of what the seller pays the employer, in the contract''s currency; null where nobody pays';
