-- How a company looks at overlapping work and at four eyes over invoices; null until it decided.

alter table legal_entity add column overlap_policy text;
alter table legal_entity add column own_work_policy text;
comment on column legal_entity.overlap_policy is 'WARN, REFUSE or ALLOW work of one person at the same time; null means WARN';
comment on column legal_entity.own_work_policy is 'REFUSED or ALLOWED: who worked approves the invoice (B-02); null means REFUSED';
