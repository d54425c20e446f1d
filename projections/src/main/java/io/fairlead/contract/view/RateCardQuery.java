package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.RATE;

import io.fairlead.view.KeyedRows;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Rows of rate cards; read by HTTP and CLI. */
public final class RateCardQuery {

    private static final Pattern FORM = Pattern.compile("rate-card:[^/]+/.+");

    private final DSLContext db;

    public RateCardQuery(DSLContext db) {
        this.db = db;
    }

    /** A price for a period; null means every line, person, role or kind of work, or no end. */
    public record Rate(
            String rateCardId,
            String rateId,
            String ownerId,
            @Nullable Integer lineNo,
            @Nullable String personId,
            @Nullable String role,
            @Nullable String workType,
            BigDecimal rate,
            String currency,
            String unit,
            LocalDate fromDate,
            @Nullable LocalDate toDate) {}

    /**
     * Rows by card and row.
     *
     * @param rateCardId null means all cards
     * @param ownerId only cards of this legal-entity:, customer:, project: or contract:<key>; null means all
     */
    public Page<Rate> rates(@Nullable String rateCardId, @Nullable String ownerId, @Nullable String cursor, int limit) {
        return new KeyedRows<>(RATE, Rate.class, RATE.RATE_CARD_ID.concat("/").concat(RATE.RATE_ID), FORM)
                .page(
                        db,
                        KeyedRows.only(RATE.RATE_CARD_ID, rateCardId).and(KeyedRows.only(RATE.OWNER_ID, ownerId)),
                        cursor,
                        limit);
    }
}
