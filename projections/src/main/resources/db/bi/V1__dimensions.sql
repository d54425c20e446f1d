-- Dimensions. Placeholder tables: the schema of the private tables.

create view dim_entity as
select legal_entity_id as entity_id, name, country, currency, zone from ${tables}.legal_entity;
comment on view dim_entity is 'Companies of the firm';
comment on column dim_entity.entity_id is 'legal-entity:<code>';
comment on column dim_entity.name is 'registered name';
comment on column dim_entity.country is 'ISO 3166-1 alpha-2';
comment on column dim_entity.currency is 'book currency, ISO 4217';
comment on column dim_entity.zone is 'IANA time zone';

create view dim_customer as
select customer_id, name, country, currency, tax_category, payment_terms_days from ${tables}.customer;
comment on view dim_customer is 'Buyers';
comment on column dim_customer.customer_id is 'customer:<code>';
comment on column dim_customer.name is 'registered name';
comment on column dim_customer.country is 'ISO 3166-1 alpha-2';
comment on column dim_customer.currency is 'usual currency, ISO 4217';
comment on column dim_customer.tax_category is 'UNCL5305 category; null means not settled';
comment on column dim_customer.payment_terms_days is 'days from issue until due';

create view dim_contract as
select contract_id, legal_entity_id as entity_id, customer_id, name, currency, signed_on as signed_date,
    term_from as term_from_date, term_to as term_to_date, closed_on as closed_date
from ${tables}.contract;
comment on view dim_contract is 'Contracts';
comment on column dim_contract.contract_id is 'contract:<key>';
comment on column dim_contract.entity_id is 'seller, legal-entity:<code>';
comment on column dim_contract.customer_id is 'buyer, customer:<code>';
comment on column dim_contract.name is 'what people call it';
comment on column dim_contract.currency is 'ISO 4217';
comment on column dim_contract.signed_date is 'day of signature';
comment on column dim_contract.term_from_date is 'first day of service, inclusive';
comment on column dim_contract.term_to_date is 'first day after the term; null means open';
comment on column dim_contract.closed_date is 'first day on which nothing more is accepted; null means open';

create view dim_contract_line as
with named as (
    select contract_id, line_no, project_id from ${tables}.project
    union
    select p.contract_id, t.line_no, p.project_id from ${tables}.task t join ${tables}.project p on p.project_id = t.project_id
    union
    select contract_id, line_no, project_id from ${tables}.milestone
), by_line as (
    select contract_id, line_no, min(project_id) as project_id from named
    group by contract_id, line_no having count(distinct project_id) = 1
), by_contract as (
    select contract_id, min(project_id) as project_id from ${tables}.project
    group by contract_id having count(*) = 1
)
select l.contract_id, l.line_no, coalesce(c.project_id, n.project_id, '(none)') as project_id, l.description, l.method,
    l.amount as agreed_amount, l.limit_amount, k.currency
from ${tables}.contract_line l
join ${tables}.contract k on k.contract_id = l.contract_id
left join by_contract c on c.contract_id = l.contract_id
left join by_line n on n.contract_id = l.contract_id and n.line_no = l.line_no;
comment on view dim_contract_line is 'Contract lines, each with the one project that its price counts for';
comment on column dim_contract_line.contract_id is 'contract:<key>';
comment on column dim_contract_line.line_no is 'contract line';
comment on column dim_contract_line.project_id is 'the contract''s only project, else the only project that names the line, else (none)';
comment on column dim_contract_line.description is 'what is sold';
comment on column dim_contract_line.method is 'TIME_AND_MATERIALS or MILESTONE';
comment on column dim_contract_line.agreed_amount is 'price agreed; null means none';
comment on column dim_contract_line.limit_amount is 'most that may be billed; null means no limit';
comment on column dim_contract_line.currency is 'ISO 4217';

create view dim_project as
select project_id, contract_id, customer_id, legal_entity_id as entity_id, name, currency, opened_on as opened_date,
    closed_on as closed_date
from ${tables}.project
union all
select '(none)', null, null, null, 'no project', null, null, null;
comment on view dim_project is 'Projects';
comment on column dim_project.project_id is 'project:<key>; (none) stands for contract lines without one';
comment on column dim_project.contract_id is 'contract:<key>';
comment on column dim_project.customer_id is 'buyer, customer:<code>';
comment on column dim_project.entity_id is 'seller, legal-entity:<code>';
comment on column dim_project.name is 'what people call it';
comment on column dim_project.currency is 'ISO 4217';
comment on column dim_project.opened_date is 'day of opening';
comment on column dim_project.closed_date is 'day of closing; null means open';

create view dim_person as
select substr(encode(sha256(convert_to(person_id, 'UTF8')), 'hex'), 1, 16) as person_key, legal_entity_id as entity_id, role, employment, start_date, last_day as end_date
from ${tables}.person;
comment on view dim_person is 'People, without names';
comment on column dim_person.person_key is 'pseudonym: first 16 hex digits of the SHA-256 of the person''s id';
comment on column dim_person.entity_id is 'employer, legal-entity:<code>';
comment on column dim_person.role is 'usual role';
comment on column dim_person.employment is 'EMPLOYEE or SUBCONTRACTOR';
comment on column dim_person.start_date is 'first working day';
comment on column dim_person.end_date is 'last working day; null means none is known';

create view dim_role as
select role from ${tables}.person union select role from ${tables}.rate where role is not null;
comment on view dim_role is 'Roles of people and rates';
comment on column dim_role.role is 'role';

create view dim_currency as
select currency from ${tables}.legal_entity union select currency from ${tables}.contract union select currency from ${tables}.rate;
comment on view dim_currency is 'Currencies in use';
comment on column dim_currency.currency is 'ISO 4217';

create view dim_rate as
select rate_card_id, rate_id, owner_id, line_no, role, work_type, rate, currency, unit, from_date, to_date
from ${tables}.rate;
comment on view dim_rate is 'Rows of all rate cards';
comment on column dim_rate.rate_card_id is 'rate-card:<code>';
comment on column dim_rate.rate_id is 'row of the card';
comment on column dim_rate.owner_id is 'whose card it is, a stream key';
comment on column dim_rate.line_no is 'the one contract line it holds for; null means all';
comment on column dim_rate.role is 'the one role; null means all';
comment on column dim_rate.work_type is 'the one kind of work; null means all';
comment on column dim_rate.rate is 'price of a unit';
comment on column dim_rate.currency is 'ISO 4217';
comment on column dim_rate.unit is 'HOUR or DAY';
comment on column dim_rate.from_date is 'first day, inclusive';
comment on column dim_rate.to_date is 'first day on which it no longer holds; null means open';

create view dim_date as
select day::date as date, extract(year from day)::integer as year, extract(quarter from day)::integer as quarter,
    extract(month from day)::integer as month, extract(isoyear from day)::integer as iso_year,
    extract(week from day)::integer as iso_week, extract(isodow from day)::integer as weekday
from generate_series(timestamp '2000-01-01', timestamp '2099-12-31', interval '1 day') as day;
comment on view dim_date is 'Days from 2000 to 2099';
comment on column dim_date.date is 'the day';
comment on column dim_date.year is 'calendar year';
comment on column dim_date.quarter is '1 to 4';
comment on column dim_date.month is '1 to 12';
comment on column dim_date.iso_year is 'year of the ISO week';
comment on column dim_date.iso_week is '1 to 53';
comment on column dim_date.weekday is '1 Monday to 7 Sunday';
