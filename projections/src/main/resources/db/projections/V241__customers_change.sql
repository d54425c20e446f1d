-- Customers change from a day on, and two that are one are merged.

create table customer_change (
    customer_id         text not null,
    position            bigint not null,
    from_date           date not null,
    name                text,
    street              text,
    city                text,
    postal_code         text,
    country             text,
    payment_terms_days  integer,
    po_required         boolean,
    reference_told      boolean not null,
    buyer_reference     text,
    endpoint_told       boolean not null,
    endpoint_scheme     text,
    endpoint_id         text,
    registration_scheme text,
    registration_id     text,
    primary key (customer_id, position)
);
comment on table customer_change is 'What was told of customers for a day on; null was not told';
comment on column customer_change.customer_id is 'customer:<code>';
comment on column customer_change.position is 'place in the log; of one day the last told holds';
comment on column customer_change.from_date is 'first day that it holds for, until the same is told for a later one';
comment on column customer_change.name is 'registered name; null means as before';
comment on column customer_change.street is 'street and number; null means as before';
comment on column customer_change.city is 'town; null means as before';
comment on column customer_change.postal_code is 'postal code; null means as before';
comment on column customer_change.country is 'ISO 3166-1 alpha-2; null means as before';
comment on column customer_change.payment_terms_days is 'days from issue until due; null means as before';
comment on column customer_change.po_required is 'whether it pays only invoices that name a purchase order; null means as before';
comment on column customer_change.reference_told is 'whether the buyer reference was told, or that there is none';
comment on column customer_change.buyer_reference is 'reference it wants on invoices (BT-10); null where told means none';
comment on column customer_change.endpoint_told is 'whether electronic address and registration were told';
comment on column customer_change.endpoint_scheme is 'scheme of the electronic address (EAS); null where told means none';
comment on column customer_change.endpoint_id is 'electronic address (BT-49); null where told means none';
comment on column customer_change.registration_scheme is 'scheme of the registration (ISO 6523 ICD); null where told means none';
comment on column customer_change.registration_id is 'identifier in the register of companies (BT-47); null where told means none';

alter table customer add column merged_into text;
create index customer_merged_into_idx on customer (merged_into) where merged_into is not null;
comment on column customer.merged_into is 'the customer that it was merged into, customer:<code>; null while it lives itself';

alter table customer_alias add column from_date date not null default '1970-01-01', add column to_date date;
comment on column customer_alias.from_date is 'first day on which it means the customer; 1970-01-01 means from the beginning';
comment on column customer_alias.to_date is 'first day on which it does not any more; null means open';

create index deal_source_source_id_idx on deal (source, source_id);
