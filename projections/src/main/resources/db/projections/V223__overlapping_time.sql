-- Work of one person at the same time, for whoever approves it.

alter table time_entry add column overlapped text;
comment on column time_entry.overlapped is 'entries of the person that it overlaps, or makes more than a day with; null when there are none';
