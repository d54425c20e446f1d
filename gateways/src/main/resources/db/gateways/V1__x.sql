create table delivery (id uuid primary key);
