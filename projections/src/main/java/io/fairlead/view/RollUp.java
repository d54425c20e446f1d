package io.fairlead.view;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;

import io.fairlead.projection.ProjectionDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are asked for: by what, of what, from where on. Used by the queries of unbilled work, backlog and
 * margin.
 *
 * @param by what they are added up by
 * @param entityId only this legal-entity:<code>; null means all
 * @param customerId only this customer:<code>; null means all
 * @param contractId only this contract:<key>; null means all
 * @param projectId only this project:<key>; null means all
 * @param cursor from the page before; null means from the beginning
 * @param limit rows of a page, 1..1000
 */
public record RollUp(
        Dimension by,
        @Nullable String entityId,
        @Nullable String customerId,
        @Nullable String contractId,
        @Nullable String projectId,
        @Nullable String cursor,
        int limit) {

    private static final char SEPARATOR = '|';

    /** Everything, first page. */
    public static RollUp by(Dimension by) {
        return new RollUp(by, null, null, null, null, null, Page.LIMIT_MAX);
    }

    /** Every figure's currency. */
    public static final Field<String> CURRENCY = field(name("currency"), String.class);

    public static Table<Record> view(String view) {
        return DSL.table(name(ProjectionDatabase.BI_SCHEMA, view));
    }

    public static Field<BigDecimal> amount(String column) {
        return field(name(column), BigDecimal.class);
    }

    /** What rows are added up by: of merged customers, the ones that live on. */
    public Field<String> id(CustomerMerges merges) {
        return by == Dimension.CUSTOMER ? merges.living(by.field()) : by.field();
    }

    /** The filters, and the rows after the cursor. */
    public Condition condition(CustomerMerges merges) {
        var all = new ArrayList<Condition>();
        only(all, Dimension.ENTITY, entityId);
        all.add(merges.only(Dimension.CUSTOMER.field(), customerId));
        only(all, Dimension.CONTRACT, contractId);
        only(all, Dimension.PROJECT, projectId);
        if (cursor != null) {
            int at = cursor.lastIndexOf(SEPARATOR);
            if (at < 0) {
                throw new CursorRefused(null);
            }
            all.add(row(id(merges), CURRENCY).gt(cursor.substring(0, at), cursor.substring(at + 1)));
        }
        return DSL.and(all);
    }

    /** Cursor of a row. */
    public static String cursor(String id, String currency) {
        return id + SEPARATOR + currency;
    }

    private static void only(List<Condition> all, Dimension dimension, @Nullable String id) {
        if (id != null) {
            all.add(dimension.field().eq(id));
        }
    }
}
