-- Taxes by code, exchange rates, and amounts in the companies' book currencies.

alter table tax_rate add column code text, add column region text;
update tax_rate set code = category;
alter table tax_rate alter column code set not null, drop constraint tax_rate_pkey, add primary key (tax_rates_id, code, from_date);
comment on column tax_rate.code is 'name of the tax as lines ask for it, for example GST or PST@CA-BC; the category where it has no other';
comment on column tax_rate.region is 'ISO 3166 code of where it is levied; null means where the company is';

alter table invoice_line add column tax_codes text not null default '';
comment on column invoice_line.tax_codes is 'codes of the taxes that the line bears, comma separated; empty means the one of its category';

alter table invoice_tax add column code text, add column region text;
update invoice_tax set code = category;
alter table invoice_tax alter column code set not null, drop constraint invoice_tax_pkey, add primary key (invoice_id, code);
comment on column invoice_tax.base_amount is 'sum of the nets of the lines that bear the tax';
comment on column invoice_tax.tax_amount is 'base x rate, rounded; in mode LINE the sum of the lines'' rounded taxes';
comment on column invoice_tax.code is 'name of the tax; the category where it has no other';
comment on column invoice_tax.region is 'ISO 3166 code of where it is levied; null means where the company is';

alter table invoice
    add column tax_rounding        text,
    add column tax_rounding_reason text,
    add column tax_engine          text,
    add column tax_rule_version    integer,
    add column entity_currency     text,
    add column entity_net_amount   numeric(19,4),
    add column entity_tax_amount   numeric(19,4),
    add column entity_gross_amount numeric(19,4),
    add column fx_base             text,
    add column fx_quote            text,
    add column fx_rate             numeric(19,10),
    add column fx_from_date        date,
    add column fx_source           text;
comment on column invoice.tax_rounding is 'how tax was rounded: DOCUMENT or LINE; null before approval';
comment on column invoice.tax_rounding_reason is 'why not as the contract has it; null when as it has it';
comment on column invoice.tax_engine is 'what worked the tax out: TABLE for the company''s dated rates; null before approval';
comment on column invoice.tax_rule_version is 'version of the money rules used for the tax; null before approval';
comment on column invoice.entity_currency is 'the seller''s book currency (BT-6); null when the invoice is in it, or before issue';
comment on column invoice.entity_net_amount is 'net in the book currency; null when the invoice is in it, or before issue';
comment on column invoice.entity_tax_amount is 'tax in the book currency (BT-111); null when the invoice is in it, or before issue';
comment on column invoice.entity_gross_amount is 'net and tax in the book currency; null when the invoice is in it, or before issue';
comment on column invoice.fx_base is 'booking rate: one unit of this; null when there is none';
comment on column invoice.fx_quote is 'booking rate: is worth that many of this; null when there is none';
comment on column invoice.fx_rate is 'booking rate: units of the quote for one of the base; null when there is none';
comment on column invoice.fx_from_date is 'first day of the booking rate''s row; null when there is none';
comment on column invoice.fx_source is 'who published the booking rate; null when there is none';

alter table billing_movement
    add column entity_currency   text,
    add column entity_net_amount numeric(19,4);
comment on column billing_movement.entity_currency is 'the seller''s book currency; null when the movement is in it';
comment on column billing_movement.entity_net_amount is 'change of net billed in the book currency at the booking rate; null when the movement is in it';

alter table cash_movement
    add column entity_currency       text,
    add column entity_settled_amount numeric(19,4),
    add column entity_booked_amount  numeric(19,4),
    add column realised_amount       numeric(19,4);
comment on column cash_movement.entity_currency is 'the seller''s book currency; null when the money is in it';
comment on column cash_movement.entity_settled_amount is 'worth of the money at the settlement rate; null when it is in the book currency';
comment on column cash_movement.entity_booked_amount is 'what it pays of the invoice at its booking rate; null when it is in the book currency';
comment on column cash_movement.realised_amount is 'exchange gain above 0, loss below; null when the money is in the book currency';

alter table cost_movement
    add column own_amount      numeric(19,4),
    add column own_currency    text,
    add column entity_amount   numeric(19,4),
    add column entity_currency text;
comment on column cost_movement.own_amount is 'change of cost in the currency of the cost rate; null when that is the contract''s';
comment on column cost_movement.own_currency is 'currency of the cost rate; null when that is the contract''s';
comment on column cost_movement.entity_amount is 'change of cost in the seller''s book currency; null when the contract is in it';
comment on column cost_movement.entity_currency is 'the seller''s book currency; null when the contract is in it';

alter table time_entry
    add column price         numeric(19,4),
    add column time_rounding text,
    add column rate_currency text,
    add column fx_base       text,
    add column fx_quote      text,
    add column fx_rate       numeric(19,10),
    add column fx_from_date  date,
    add column fx_source     text;
comment on column time_entry.price is 'price of a unit in the contract''s currency, to 4 decimals; null when it is the rate, or before pricing';
comment on column time_entry.time_rounding is 'the contract''s rounding of time as applied: NONE, or for example UP 15 MIN DAY; null before pricing';
comment on column time_entry.rate_currency is 'currency of the rate; null when it is the contract''s, or before pricing';
comment on column time_entry.fx_base is 'pricing rate: one unit of this; null when there is none';
comment on column time_entry.fx_quote is 'pricing rate: is worth that many of this; null when there is none';
comment on column time_entry.fx_rate is 'pricing rate: units of the quote for one of the base; null when there is none';
comment on column time_entry.fx_from_date is 'first day of the pricing rate''s row; null when there is none';
comment on column time_entry.fx_source is 'who published the pricing rate; null when there is none';

create table exchange_rate (
    reference_rates_id text not null,
    from_date          date not null,
    base               text not null,
    quote              text not null,
    rate               numeric(19,10) not null,
    to_date            date,
    source             text not null,
    position           bigint not null,
    primary key (reference_rates_id, from_date)
);
create index exchange_rate_base_quote_idx on exchange_rate (base, quote, from_date);
comment on table exchange_rate is 'Dated exchange rates';
comment on column exchange_rate.reference_rates_id is 'stream they come from, reference-rates:<base>-<quote>';
comment on column exchange_rate.from_date is 'first day, inclusive';
comment on column exchange_rate.base is 'ISO 4217: one unit of this';
comment on column exchange_rate.quote is 'ISO 4217: is worth that many of this';
comment on column exchange_rate.rate is 'units of the quote for one of the base';
comment on column exchange_rate.to_date is 'first day on which it no longer holds; null means until a later row';
comment on column exchange_rate.source is 'who published it';
comment on column exchange_rate.position is 'place in the log of the last event folded into the row';
