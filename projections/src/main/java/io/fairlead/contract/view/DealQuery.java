package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.DEAL;
import static org.jooq.impl.DSL.when;

import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Won deals and what became of them; read by HTTP, CLI and pages. */
public final class DealQuery {

    private final DSLContext db;

    public DealQuery(DSLContext db) {
        this.db = db;
    }

    /** One deal in its latest revision; {@code status} is won, signed or rejected. */
    public record Deal(
            String dealId,
            int revision,
            String source,
            String sourceId,
            String name,
            @Nullable String accountId,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            LocalDate closeDate,
            @Nullable String legalEntityId,
            @Nullable String billingMethod,
            @Nullable String poNumber,
            @Nullable String contractId,
            String status,
            @Nullable String reason) {}

    public Optional<Deal> byId(String dealId) {
        return read(DEAL.DEAL_ID.eq(dealId), 1).stream().findAny();
    }

    /** @param cursor from the page before; null means from the beginning */
    public Page<Deal> list(@Nullable String cursor, int limit) {
        var rows = read(Page.after(DEAL.DEAL_ID, cursor), Page.oneMoreThan(limit));
        return Page.of(rows, limit, Deal::dealId);
    }

    private List<Deal> read(Condition condition, int limit) {
        return db.select(
                        DEAL.DEAL_ID,
                        DEAL.REVISION,
                        DEAL.SOURCE,
                        DEAL.SOURCE_ID,
                        DEAL.NAME,
                        DEAL.ACCOUNT_ID,
                        DEAL.AMOUNT,
                        DEAL.CURRENCY,
                        DEAL.CLOSE_DATE,
                        DEAL.LEGAL_ENTITY_ID,
                        DEAL.BILLING_METHOD,
                        DEAL.PO_NUMBER,
                        CONTRACT.CONTRACT_ID,
                        when(CONTRACT.CONTRACT_ID.isNotNull(), "signed").otherwise(DEAL.STATUS),
                        DEAL.REASON)
                .from(DEAL)
                .leftJoin(CONTRACT)
                .on(CONTRACT.DEAL_ID.eq(DEAL.DEAL_ID))
                .where(condition)
                .orderBy(DEAL.DEAL_ID)
                .limit(limit)
                .fetch(org.jooq.Records.mapping(Deal::new));
    }
}
