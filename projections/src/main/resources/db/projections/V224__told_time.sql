-- What a source said of time last, whatever people made of it since; for imports, which ask by it whether a row was edited.

alter table time_entry add column told_on date;
alter table time_entry add column told_seconds integer;
update time_entry set told_on = work_date, told_seconds = coalesce(proposed_seconds, seconds);
comment on column time_entry.told_on is 'day of work as its source said last';
comment on column time_entry.told_seconds is 'worked time as its source said last, whole seconds';
create index time_entry_person_id_told_on_idx on time_entry (person_id, told_on);
