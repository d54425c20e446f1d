-- The status of time in a narrow table of its own. An index on a column that changes with each event made PostgreSQL write all
-- indexes of the wide row anew each time; without it an update stays on its page, which keeps room for it.

create table time_entry_status (
    time_entry_id text not null,
    status        text not null,
    position      bigint not null,
    primary key (time_entry_id)
);
insert into time_entry_status (time_entry_id, status, position)
select time_entry_id, status, position from time_entry;
create index time_entry_status_status_time_entry_id_idx on time_entry_status (status, time_entry_id);
comment on table time_entry_status is 'Status of worked time, to find the entries of one';
comment on column time_entry_status.time_entry_id is 'time-entry:<uuid>';
comment on column time_entry_status.status is 'recorded, submitted, approved, rejected, priced, drafted, billed, written off or credited';
comment on column time_entry_status.position is 'place in the log of the event that last changed the status';

drop index time_entry_status_time_entry_id_idx;
alter table time_entry set (fillfactor = 50);
