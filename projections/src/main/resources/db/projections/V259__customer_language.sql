-- Customers have a language in which they read their documents.

alter table customer add column language text;
comment on column customer.language is 'language of its documents, en, de or fr; null means en';

alter table customer_change add column language text;
comment on column customer_change.language is 'language of its documents, en, de or fr; null means as before';
