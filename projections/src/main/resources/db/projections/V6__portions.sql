-- Portions of work on drafts and invoices, and what became of approved work afterwards.

alter table time_entry
    add column unbilled_seconds integer not null default 0,
    add column drafted_seconds integer not null default 0,
    add column invoiced_seconds integer not null default 0,
    add column written_off_seconds integer not null default 0,
    add column proposed_seconds integer,
    add column change_asked text,
    add column in_doubt boolean not null default false,
    add column deferred_until date,
    add column deferred_because text,
    add column own_rate numeric(19,4);
update time_entry set
    unbilled_seconds = case when status = 'priced' then coalesce(billed_seconds, 0) else 0 end,
    drafted_seconds = case when status = 'drafted' then coalesce(billed_seconds, 0) else 0 end,
    invoiced_seconds = case when status = 'billed' then coalesce(billed_seconds, 0) else 0 end;
comment on column time_entry.unbilled_seconds is 'priced time on no draft and no invoice';
comment on column time_entry.drafted_seconds is 'priced time on drafts';
comment on column time_entry.invoiced_seconds is 'priced time on issued invoices and not credited';
comment on column time_entry.written_off_seconds is 'priced time given up';
comment on column time_entry.proposed_seconds is 'worked time that a correction says once its proposed credit is issued; null when none is proposed';
comment on column time_entry.change_asked is 'WITHDRAW or CORRECT while it waits for a draft to let go; null otherwise';
comment on column time_entry.in_doubt is 'whether its approval is doubted although it is billed';
comment on column time_entry.deferred_until is 'runs with a cut-off from this day on take it again; null means at once';
comment on column time_entry.deferred_because is 'why it waits; null when it does not';
comment on column time_entry.own_rate is 'approved rate of its own, per hour; null means by the rate cards';
comment on column time_entry.status is
    'recorded, submitted, approved, rejected, priced, drafted, billed, written off or credited';

alter table unbilled_work
    add column ready_seconds integer not null default 0,
    add column drafted_seconds integer not null default 0,
    add column written_off_amount numeric(19,4) not null default 0,
    add column last_portion_no integer not null default 0,
    add column in_doubt boolean not null default false,
    add column deferred_until date,
    add column deferred_because text;
update unbilled_work set
    ready_seconds = case when drafted_amount = 0 and billed_amount = 0 then priced_seconds else 0 end,
    drafted_seconds = case when drafted_amount <> 0 then priced_seconds else 0 end,
    last_portion_no = case when invoice_id is null then 0 else 1 end;
comment on column unbilled_work.ready_seconds is 'time on no draft; 0 for items';
comment on column unbilled_work.drafted_seconds is 'time on drafts; 0 for items';
comment on column unbilled_work.written_off_amount is 'given up on purpose';
comment on column unbilled_work.last_portion_no is 'highest number of a portion that stands on a draft or an invoice; 0 when none does';
comment on column unbilled_work.in_doubt is 'whether its approval is doubted although it is billed';
comment on column unbilled_work.deferred_until is 'runs with a cut-off from this day on take it again; null means at once';
comment on column unbilled_work.deferred_because is 'why it waits; null when it does not';
comment on column unbilled_work.priced_amount is 'price, sum of ready, drafted, billed and written off';
comment on column unbilled_work.billed_amount is 'on issued invoices and not credited';
comment on column unbilled_work.invoice_id is 'draft or invoice that last claimed it; null when that let it go';

create table work_portion (
    source_id        text not null,
    portion_no       integer not null,
    invoice_id       text not null,
    invoice_line_no  integer,
    state            text not null,
    seconds          integer not null,
    amount           numeric(19,4) not null,
    credited_seconds integer not null,
    credited_amount  numeric(19,4) not null,
    currency         text not null,
    position         bigint not null,
    primary key (source_id, portion_no)
);
create index work_portion_invoice_id_idx on work_portion (invoice_id);
insert into work_portion
select source_id, 1, invoice_id, null, case when billed_amount <> 0 then 'billed' else 'drafted' end, priced_seconds,
    priced_amount, 0, 0, currency, position
from unbilled_work where invoice_id is not null;
comment on table work_portion is 'Parts of time entries and billing items on drafts and invoices';
comment on column work_portion.source_id is 'time-entry:<uuid> or billing-item:<uuid>';
comment on column work_portion.portion_no is 'from 1; the number of a released portion is given again';
comment on column work_portion.invoice_id is 'draft or invoice, invoice:<uuid>';
comment on column work_portion.invoice_line_no is 'line of the issued invoice; null before';
comment on column work_portion.state is 'drafted, released, billed or credited';
comment on column work_portion.seconds is 'of the portion, as claimed; 0 for items';
comment on column work_portion.amount is 'of the portion, as claimed';
comment on column work_portion.credited_seconds is 'of it credited';
comment on column work_portion.credited_amount is 'of it credited';
comment on column work_portion.currency is 'ISO 4217';
comment on column work_portion.position is 'place in the log of the last event folded into the row';

alter table wip_movement add column written_off_amount numeric(19,4) not null default 0;
comment on column wip_movement.written_off_amount is 'change of what is given up';
comment on column wip_movement.kind is
    'priced, ready, repriced, corrected, withdrawn, drafted, undrafted, billed, reopened or written_off';
comment on column time_movement.kind is 'approved, corrected or withdrawn';
comment on column time_movement.seconds is 'change of approved time';
comment on column cost_movement.kind is 'time or recosted';
comment on column cost_movement.seconds is 'change of worked time';
