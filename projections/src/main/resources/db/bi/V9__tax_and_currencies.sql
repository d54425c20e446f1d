-- Taxes by code, exchange rates, and amounts in the companies' book currencies. Placeholder tables: the schema of the private tables.

create view dim_exchange_rate as
select base, quote, from_date, to_date, rate, source from ${tables}.exchange_rate;
comment on view dim_exchange_rate is 'Dated exchange rates: the latest first day on or before a day holds';
comment on column dim_exchange_rate.base is 'ISO 4217: one unit of this';
comment on column dim_exchange_rate.quote is 'ISO 4217: is worth that many of this';
comment on column dim_exchange_rate.from_date is 'first day, inclusive';
comment on column dim_exchange_rate.to_date is 'first day on which it no longer holds; null means until a later row';
comment on column dim_exchange_rate.rate is 'units of the quote for one of the base';
comment on column dim_exchange_rate.source is 'who published it';

create view fact_invoice_tax as
select t.invoice_id, i.number, i.legal_entity_id as entity_id, i.customer_id, i.contract_id, t.code, t.region, t.category, t.rate,
    t.base_amount, t.tax_amount, i.currency, t.reason, i.tax_rounding, i.tax_engine, i.tax_point as service_date,
    i.issue_date as accounting_date, i.status, i.tax_rule_version as rule_version
from ${tables}.invoice_tax t
join ${tables}.invoice i on i.invoice_id = t.invoice_id;
comment on view fact_invoice_tax is 'Tax of invoices, one row per code';
comment on column fact_invoice_tax.invoice_id is 'invoice:<uuid>';
comment on column fact_invoice_tax.number is 'as printed; null before issue';
comment on column fact_invoice_tax.entity_id is 'seller, legal-entity:<code>';
comment on column fact_invoice_tax.customer_id is 'payer, customer:<code>';
comment on column fact_invoice_tax.contract_id is 'contract:<key>';
comment on column fact_invoice_tax.code is 'name of the tax; the category where it has no other';
comment on column fact_invoice_tax.region is 'ISO 3166 code of where it is levied; null means where the company is';
comment on column fact_invoice_tax.category is 'UNCL5305 category';
comment on column fact_invoice_tax.rate is 'part of the base, 0..1';
comment on column fact_invoice_tax.base_amount is 'sum of the nets of the lines that bear the tax';
comment on column fact_invoice_tax.tax_amount is 'tax of the row';
comment on column fact_invoice_tax.currency is 'ISO 4217';
comment on column fact_invoice_tax.reason is 'reason where the category needs one; null otherwise';
comment on column fact_invoice_tax.tax_rounding is 'DOCUMENT or LINE';
comment on column fact_invoice_tax.tax_engine is 'what worked it out: TABLE for the company''s dated rates';
comment on column fact_invoice_tax.service_date is 'tax point';
comment on column fact_invoice_tax.accounting_date is 'issue date';
comment on column fact_invoice_tax.status is 'of the invoice';
comment on column fact_invoice_tax.rule_version is 'version of the money rules used';

create view fact_entity_billing_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id, project_id,
    line_no, invoice_id, kind, service_date, accounting_date, coalesce(entity_net_amount, net_amount) as net_amount,
    coalesce(entity_currency, currency) as currency, net_amount as document_net_amount, currency as document_currency, rule_version
from ${tables}.billing_movement;
comment on view fact_entity_billing_movement is 'Net billed in the book currency of the seller, signed';
comment on column fact_entity_billing_movement.event_id is 'the event that moved it, UUID';
comment on column fact_entity_billing_movement.leg is 'distinguishes the rows of one event';
comment on column fact_entity_billing_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_entity_billing_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_entity_billing_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_entity_billing_movement.customer_id is 'payer, customer:<code>';
comment on column fact_entity_billing_movement.contract_id is 'contract:<key>';
comment on column fact_entity_billing_movement.project_id is 'project:<key>';
comment on column fact_entity_billing_movement.line_no is 'contract line';
comment on column fact_entity_billing_movement.invoice_id is 'invoice:<uuid>';
comment on column fact_entity_billing_movement.kind is 'what moved it';
comment on column fact_entity_billing_movement.service_date is 'day of service';
comment on column fact_entity_billing_movement.accounting_date is 'issue date';
comment on column fact_entity_billing_movement.net_amount is 'change of net billed in the book currency, at the booking rate';
comment on column fact_entity_billing_movement.currency is 'book currency, ISO 4217';
comment on column fact_entity_billing_movement.document_net_amount is 'change of net billed as on the document';
comment on column fact_entity_billing_movement.document_currency is 'ISO 4217';
comment on column fact_entity_billing_movement.rule_version is 'version of the money rules used';

create view fact_settlement_movement as
select event_id, leg, position as event_position, recorded_at, legal_entity_id as entity_id, customer_id, contract_id, invoice_id,
    receipt_id, service_date, accounting_date, coalesce(entity_settled_amount, cash_amount) as settled_amount,
    coalesce(entity_booked_amount, cash_amount) as booked_amount, coalesce(realised_amount, 0) as realised_amount,
    coalesce(entity_currency, currency) as currency, cash_amount as document_cash_amount, currency as document_currency, rule_version
from ${tables}.cash_movement;
comment on view fact_settlement_movement is 'Money applied to invoices in the book currency of the seller, signed';
comment on column fact_settlement_movement.event_id is 'the event that moved it, UUID';
comment on column fact_settlement_movement.leg is 'distinguishes the rows of one event';
comment on column fact_settlement_movement.event_position is 'place of the event in the log: as-of is event_position <= P';
comment on column fact_settlement_movement.recorded_at is 'when the event was recorded, UTC';
comment on column fact_settlement_movement.entity_id is 'seller, legal-entity:<code>';
comment on column fact_settlement_movement.customer_id is 'payer, customer:<code>';
comment on column fact_settlement_movement.contract_id is 'contract:<key>';
comment on column fact_settlement_movement.invoice_id is 'invoice:<uuid>';
comment on column fact_settlement_movement.receipt_id is 'receipt:<key>';
comment on column fact_settlement_movement.service_date is 'day the money counts';
comment on column fact_settlement_movement.accounting_date is 'day the money counts';
comment on column fact_settlement_movement.settled_amount is 'worth of the money at the settlement rate';
comment on column fact_settlement_movement.booked_amount is 'what it pays of the invoice at its booking rate';
comment on column fact_settlement_movement.realised_amount is 'exchange gain above 0, loss below';
comment on column fact_settlement_movement.currency is 'book currency, ISO 4217';
comment on column fact_settlement_movement.document_cash_amount is 'money in the invoice''s currency';
comment on column fact_settlement_movement.document_currency is 'ISO 4217';
comment on column fact_settlement_movement.rule_version is 'version of the money rules used';

create view margin_in_entity_currency as
select entity_id, customer_id, contract_id, project_id, currency, sum(revenue_amount) as revenue_amount, sum(cost_amount) as cost_amount,
    sum(revenue_amount - cost_amount) as margin_amount,
    sum(revenue_amount - cost_amount) / nullif(sum(revenue_amount), 0) as margin_ratio
from (
    select b.legal_entity_id as entity_id, c.customer_id, b.contract_id, b.project_id, b.entity_currency as currency,
        b.entity_net_amount as revenue_amount, 0::numeric(19, 4) as cost_amount
    from ${tables}.billing_movement b
    join ${tables}.contract c on c.contract_id = b.contract_id
    where b.entity_currency is not null
    union all
    select legal_entity_id, customer_id, contract_id, project_id, entity_currency, 0, entity_amount
    from ${tables}.cost_movement
    where entity_currency is not null
) as movement
group by entity_id, customer_id, contract_id, project_id, currency;
comment on view margin_in_entity_currency is 'Margin of contracts in other currencies than their seller''s, in that one: revenue as billed at the booking rate (R10, R13)';
comment on column margin_in_entity_currency.entity_id is 'seller, legal-entity:<code>';
comment on column margin_in_entity_currency.customer_id is 'buyer, customer:<code>';
comment on column margin_in_entity_currency.contract_id is 'contract:<key>';
comment on column margin_in_entity_currency.project_id is 'project:<key>';
comment on column margin_in_entity_currency.currency is 'book currency of the seller, ISO 4217';
comment on column margin_in_entity_currency.revenue_amount is 'net billed less credits, at the booking rates';
comment on column margin_in_entity_currency.cost_amount is 'cost of worked time, at the rate of the work date where it has another currency';
comment on column margin_in_entity_currency.margin_amount is 'revenue less cost';
comment on column margin_in_entity_currency.margin_ratio is 'margin over revenue; null when revenue is 0';
