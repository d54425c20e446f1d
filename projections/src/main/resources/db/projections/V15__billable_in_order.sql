-- What a billing run may take is read in its order from what is open, not found among all that ever was; what limits grant a
-- source is added up from its own movements.

drop index unbilled_work_legal_entity_id_contract_id_service_date_idx;
create index unbilled_work_open_idx on unbilled_work (legal_entity_id, contract_id, service_date, source_id)
    where ready_amount <> 0 or drafted_amount <> 0 or ready_seconds > 0;
create index funding_movement_source_id_idx on funding_movement (source_id) where source_id is not null;
