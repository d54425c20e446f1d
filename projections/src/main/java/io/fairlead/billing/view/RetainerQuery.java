package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.RETAINER_BALANCE;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.projection.db.tables.records.RetainerBalanceRecord;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What customers paid ahead and have not used; read by HTTP and the billing run. */
public final class RetainerQuery {

    private final DSLContext db;

    public RetainerQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * Balance of one contract line.
     *
     * @param invoiced net invoiced less credited
     * @param drawn used by drafts and invoices
     * @param expired kept for good
     * @param balance invoiced - drawn - expired: the liability
     */
    public record Retainer(
            String retainerId,
            String contractId,
            String projectId,
            String customerId,
            String legalEntityId,
            int lineNo,
            BigDecimal invoiced,
            BigDecimal drawn,
            BigDecimal expired,
            BigDecimal balance,
            String currency) {}

    /** @param cursor from the page before; null means from the beginning */
    public Page<Retainer> list(@Nullable String contractId, @Nullable String cursor, int limit) {
        var rows = db.selectFrom(RETAINER_BALANCE)
                .where(contractId == null ? noCondition() : RETAINER_BALANCE.CONTRACT_ID.eq(contractId))
                .and(Page.after(RETAINER_BALANCE.RETAINER_ID, cursor))
                .orderBy(RETAINER_BALANCE.RETAINER_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(RetainerQuery::row);
        return Page.of(rows, limit, Retainer::retainerId);
    }

    /** Retainers by contract and line, empty ones too; contracts without any are missing. */
    public Map<String, Map<Integer, String>> byLine(Collection<String> contractIds) {
        var found = new HashMap<String, Map<Integer, String>>();
        db.selectFrom(RETAINER_BALANCE)
                .where(RETAINER_BALANCE.CONTRACT_ID.eq(org.jooq.impl.DSL.any(contractIds.toArray(String[]::new))))
                .forEach(row -> found.computeIfAbsent(row.getContractId(), _ -> new HashMap<>())
                        .put(row.getLineNo(), row.getRetainerId()));
        return found;
    }

    private static Retainer row(RetainerBalanceRecord row) {
        return new Retainer(
                row.getRetainerId(),
                row.getContractId(),
                row.getProjectId(),
                row.getCustomerId(),
                row.getLegalEntityId(),
                row.getLineNo(),
                row.getInvoicedAmount(),
                row.getDrawnAmount(),
                row.getExpiredAmount(),
                row.getBalanceAmount(),
                row.getCurrency());
    }
}
