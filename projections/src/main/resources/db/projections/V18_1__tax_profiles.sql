-- Tax profiles of customers hold from a day of service on; a contract line may leave its category to them.

create table customer_tax_profile (
    customer_id  text not null,
    from_date    date not null,
    tax_id       text,
    tax_category text,
    position     bigint not null,
    primary key (customer_id, from_date)
);
comment on table customer_tax_profile is 'Tax profiles of customers, each until the next one';
comment on column customer_tax_profile.customer_id is 'customer:<code>';
comment on column customer_tax_profile.from_date is 'first day of service that it holds for; 1970-01-01 means from the beginning';
comment on column customer_tax_profile.tax_id is 'tax identifier; null when there is none';
comment on column customer_tax_profile.tax_category is 'UNCL5305 category; null means not settled';
comment on column customer_tax_profile.position is 'place in the log of the last event folded into the row';
insert into customer_tax_profile (customer_id, from_date, tax_id, tax_category, position)
select customer_id, date '1970-01-01', tax_id, tax_category, position from customer;

alter table contract_line alter column tax_category drop not null;
comment on column contract_line.tax_category is 'UNCL5305 category; null leaves it to the tax profile of the payer';
