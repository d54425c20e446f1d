package io.fairlead.revenue.view;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Contract assets and liabilities (R7), per contract and as of any day; read by HTTP and pages. */
public final class PositionQuery {

    private final DSLContext db;

    public PositionQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * One contract; never netted with another.
     *
     * @param revenue to date
     * @param netBilled to date
     * @param position revenue less net billed: above 0 an asset, below 0 a liability
     * @param contractAsset never below 0
     * @param contractLiability never below 0
     */
    public record Position(
            String contractId,
            String entityId,
            String customerId,
            String currency,
            BigDecimal revenue,
            BigDecimal netBilled,
            BigDecimal position,
            BigDecimal contractAsset,
            BigDecimal contractLiability) {}

    /**
     * @param entityId only this legal-entity:<code>; null means all
     * @param contractId only this contract:<key>; null means all
     * @param cursor from the page before; null means from the beginning
     */
    public Page<Position> list(
            @Nullable String entityId, @Nullable String contractId, KnownAt at, @Nullable String cursor, int limit) {
        var contract = field(name("contract_id"), String.class);
        var entity = field(name("entity_id"), String.class);
        var conditions = new ArrayList<Condition>();
        if (entityId != null) {
            conditions.add(entity.eq(entityId));
        }
        if (contractId != null) {
            conditions.add(contract.eq(contractId));
        }
        conditions.add(Page.after(contract, cursor));
        var rows = db.select(
                        contract,
                        entity,
                        field(name("customer_id"), String.class),
                        field(name("currency"), String.class),
                        amount("revenue_amount"),
                        amount("net_billed_amount"),
                        amount("position_amount"),
                        amount("contract_asset_amount"),
                        amount("contract_liability_amount"))
                .from(DSL.table("bi.position_as_of({0}, {1})", at.dayField(), at.positionField()))
                .where(conditions)
                .orderBy(contract)
                .limit(Page.oneMoreThan(limit))
                .fetch(Records.mapping(Position::new));
        return Page.of(rows, limit, Position::contractId);
    }

    private static Field<BigDecimal> amount(String column) {
        return field(name(column), BigDecimal.class);
    }
}
