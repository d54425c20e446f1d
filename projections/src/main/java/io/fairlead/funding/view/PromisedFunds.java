package io.fairlead.funding.view;

import static io.fairlead.projection.db.Tables.FUNDING_MOVEMENT;
import static io.fairlead.projection.db.Tables.PLANNED_INVOICE;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WORK_PORTION;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What drafts hold the funds of and never claimed, since their run was interrupted: it is as good as theirs. */
public final class PromisedFunds {

    /**
     * A part of a source.
     *
     * @param sourceId time-entry:<uuid>, billing-item:<uuid> or expense:<uuid>
     * @param invoiceId the draft
     * @param payerId whose the draft is, customer:<code>; null when no plan is known
     * @param amount that its funds are held for
     */
    public record Part(
            String sourceId, String invoiceId, @Nullable String payerId, BigDecimal amount) {}

    /** By source and draft, of unbilled work of which the condition holds. */
    public static List<Part> of(DSLContext db, Condition ofWork) {
        var w = UNBILLED_WORK;
        var m = FUNDING_MOVEMENT;
        var p = WORK_PORTION;
        var funds = sum(m.DRAFTED_AMOUNT);
        return db.select(m.SOURCE_ID, m.INVOICE_ID, PLANNED_INVOICE.CUSTOMER_ID, funds)
                .from(w)
                .join(m)
                .on(m.SOURCE_ID.eq(w.SOURCE_ID))
                .leftJoin(PLANNED_INVOICE)
                .on(PLANNED_INVOICE.INVOICE_ID.eq(m.INVOICE_ID))
                .where(ofWork)
                .and(m.INVOICE_ID.isNotNull())
                .andNotExists(
                        selectOne().from(p).where(p.SOURCE_ID.eq(m.SOURCE_ID)).and(p.INVOICE_ID.eq(m.INVOICE_ID)))
                .groupBy(m.SOURCE_ID, m.INVOICE_ID, PLANNED_INVOICE.CUSTOMER_ID)
                .having(funds.gt(BigDecimal.ZERO))
                .orderBy(m.SOURCE_ID, m.INVOICE_ID)
                .fetch(mapping(Part::new));
    }

    private PromisedFunds() {}
}
