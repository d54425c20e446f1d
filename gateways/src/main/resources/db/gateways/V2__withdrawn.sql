-- A delivery whose document went back to draft or was given up is sent by nobody any more.

alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in
    ('PENDING', 'IN_FLIGHT', 'STAGED', 'COMMITTED', 'CONFIRMED', 'RETRY_AT', 'UNKNOWN', 'PARKED', 'WITHDRAWN'));

drop index delivery_open;
alter table delivery drop column finished;
alter table delivery add column finished boolean not null generated always as
    (state in ('CONFIRMED', 'WITHDRAWN') or (kind = 'STAGE_INVOICE' and state = 'STAGED')) stored;
create index delivery_open on delivery (target, lane, seq) where not finished and state <> 'PARKED';
create index delivery_subject on delivery (target, aggregate_id, seq);
