-- What documents print of sellers and buyers besides names and tax identifiers.

alter table legal_entity
    add column street text,
    add column city text,
    add column postal_code text,
    add column iban text,
    add column bic text,
    add column endpoint_scheme text,
    add column endpoint_id text,
    add column registration_scheme text,
    add column registration_id text,
    add column contact_name text,
    add column contact_phone text,
    add column contact_email text;
comment on column legal_entity.street is 'street and number; null when not told';
comment on column legal_entity.city is 'town; null when not told';
comment on column legal_entity.postal_code is 'postal code; null when not told';
comment on column legal_entity.iban is 'account that buyers pay to; null when not told';
comment on column legal_entity.bic is 'BIC of that account; null when not told';
comment on column legal_entity.endpoint_scheme is 'scheme of the electronic address (EAS); null when it follows from the tax identifier';
comment on column legal_entity.endpoint_id is 'electronic address (BT-34); null when it follows from the tax identifier';
comment on column legal_entity.registration_scheme is 'scheme of the registration (ISO 6523); null when not told';
comment on column legal_entity.registration_id is 'identifier in the register of companies (BT-30); null when not told';
comment on column legal_entity.contact_name is 'whom buyers ask; null when not told';
comment on column legal_entity.contact_phone is 'telephone; null when not told';
comment on column legal_entity.contact_email is 'e-mail; null when not told';

alter table customer
    add column endpoint_scheme text,
    add column endpoint_id text,
    add column registration_scheme text,
    add column registration_id text;
comment on column customer.endpoint_scheme is 'scheme of its electronic address (EAS); null when it follows from the tax identifier';
comment on column customer.endpoint_id is 'its electronic address (BT-49); null when it follows from the tax identifier';
comment on column customer.registration_scheme is 'scheme of its registration (ISO 6523); null when not told';
comment on column customer.registration_id is 'its identifier in the register of companies (BT-47); null when not told';
