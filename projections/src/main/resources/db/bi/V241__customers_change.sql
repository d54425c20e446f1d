-- Customers as they are today, and the ones that live on for those that were merged: facts keep the customer that they were recorded for.

create or replace view dim_customer as
with recursive step (customer_id, living_id, depth) as (
    select customer_id, coalesce(merged_into, customer_id), 1 from ${tables}.customer
    union all
    select s.customer_id, c.merged_into, s.depth + 1
    from step s join ${tables}.customer c on c.customer_id = s.living_id
    where c.merged_into is not null and s.depth < 100
), living as (
    select distinct on (customer_id) customer_id, living_id from step order by customer_id, depth desc
)
select c.customer_id, coalesce(n.name, c.name) as name, coalesce(a.country, c.country) as country, c.currency, c.tax_category,
    coalesce(t.payment_terms_days, c.payment_terms_days) as payment_terms_days, l.living_id as living_customer_id
from ${tables}.customer c
join living l on l.customer_id = c.customer_id
left join lateral (
    select h.name from ${tables}.customer_change h
    where h.customer_id = c.customer_id and h.name is not null and h.from_date <= current_date
    order by h.from_date desc, h.position desc limit 1) n on true
left join lateral (
    select h.country from ${tables}.customer_change h
    where h.customer_id = c.customer_id and h.country is not null and h.from_date <= current_date
    order by h.from_date desc, h.position desc limit 1) a on true
left join lateral (
    select h.payment_terms_days from ${tables}.customer_change h
    where h.customer_id = c.customer_id and h.payment_terms_days is not null and h.from_date <= current_date
    order by h.from_date desc, h.position desc limit 1) t on true;
comment on view dim_customer is 'Buyers, as they are today';
comment on column dim_customer.living_customer_id is 'the one that lives on for it, itself when it was not merged; customer:<code>';
