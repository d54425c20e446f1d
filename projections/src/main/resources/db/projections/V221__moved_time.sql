-- Time that was moved is an entry of its own from then on; both name each other.

alter table time_entry add column moved_to text;
alter table time_entry add column moved_from text;
comment on column time_entry.moved_to is 'the entry that it is now, time-entry:<uuid>; null unless it was moved';
comment on column time_entry.moved_from is 'the entry that it was before it was moved here, time-entry:<uuid>; null when it was entered for this';
comment on column time_entry.status is 'recorded, submitted, approved, rejected, priced, drafted, billed, written off, credited or moved';
comment on column time_entry_status.status is 'recorded, submitted, approved, rejected, priced, drafted, billed, written off, credited or moved';
