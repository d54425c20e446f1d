package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.OBLIGATION;

import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Obligations, their terms and what is booked for them; read by HTTP. */
public final class ObligationQuery {

    private final DSLContext db;

    public ObligationQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * One obligation as it stands.
     *
     * @param lineNos contract lines that pay for it
     * @param method AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE
     * @param progressBasis COST or REPORTED
     * @param withinLimit whether revenue as incurred stops at the limit
     * @param price that holds; null means unquantified
     * @param booked by closes and catch-ups
     */
    public record Obligation(
            String obligationId,
            String contractId,
            String customerId,
            String legalEntityId,
            String name,
            List<Integer> lineNos,
            String method,
            String progressBasis,
            boolean withinLimit,
            @Nullable BigDecimal price,
            LocalDate termFrom,
            @Nullable LocalDate termTo,
            BigDecimal booked,
            String currency) {}

    /**
     * @param contractId only this contract:<key>; null means all
     * @param cursor from the page before; null means from the beginning
     */
    public Page<Obligation> list(@Nullable String contractId, @Nullable String cursor, int limit) {
        var conditions = new ArrayList<Condition>();
        if (contractId != null) {
            conditions.add(OBLIGATION.CONTRACT_ID.eq(contractId));
        }
        conditions.add(Page.after(OBLIGATION.OBLIGATION_ID, cursor));
        var rows = db.selectFrom(OBLIGATION)
                .where(conditions)
                .orderBy(OBLIGATION.OBLIGATION_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(row -> new Obligation(
                        row.getObligationId(),
                        row.getContractId(),
                        row.getCustomerId(),
                        row.getLegalEntityId(),
                        row.getName(),
                        LineNumbers.of(row.getLineNos()),
                        row.getMethod(),
                        row.getProgressBasis(),
                        row.getWithinLimit(),
                        row.getPriceAmount(),
                        row.getTermFrom(),
                        row.getTermTo(),
                        row.getBookedAmount(),
                        row.getCurrency()));
        return Page.of(rows, limit, Obligation::obligationId);
    }
}
