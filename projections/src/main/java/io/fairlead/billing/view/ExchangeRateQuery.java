package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.EXCHANGE_RATE;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.view.CursorRefused;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Dated exchange rates; read by HTTP and by whatever converts an amount. */
public final class ExchangeRateQuery {

    private static final Pattern CURSOR = Pattern.compile("[A-Z]{3}-[A-Z]{3}@\\d{4}-\\d{2}-\\d{2}");

    private final DSLContext db;

    public ExchangeRateQuery(DSLContext db) {
        this.db = db;
    }

    /** One dated rate: one unit of base is worth rate units of quote. */
    public record Row(
            String base,
            String quote,
            BigDecimal rate,
            LocalDate from,
            @Nullable LocalDate to,
            String source) {

        private String cursor() {
            return base + "-" + quote + "@" + from;
        }
    }

    /** The row between two currencies that holds on the day, either way round; the latest first day wins. */
    public Optional<Row> on(String one, String other, LocalDate day) {
        var r = EXCHANGE_RATE;
        return db.selectFrom(r)
                .where(r.BASE.eq(one).and(r.QUOTE.eq(other)).or(r.BASE.eq(other).and(r.QUOTE.eq(one))))
                .and(r.FROM_DATE.le(day))
                .and(r.TO_DATE.isNull().or(r.TO_DATE.gt(day)))
                .orderBy(r.FROM_DATE.desc(), r.BASE.eq(one).desc())
                .limit(1)
                .fetchOptional(ExchangeRateQuery::row);
    }

    /**
     * Rows by pair, then by first day.
     *
     * @param base only these; null means all
     * @param quote only these; null means all
     * @param cursor from the page before; null means from the beginning
     */
    public Page<Row> list(@Nullable String base, @Nullable String quote, @Nullable String cursor, int limit) {
        var r = EXCHANGE_RATE;
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw new CursorRefused(null);
        }
        var key = r.BASE.concat("-").concat(r.QUOTE).concat("@").concat(r.FROM_DATE);
        var rows = db.selectFrom(r)
                .where(base == null ? noCondition() : r.BASE.eq(base))
                .and(quote == null ? noCondition() : r.QUOTE.eq(quote))
                .and(cursor == null ? noCondition() : key.gt(cursor))
                .orderBy(key)
                .limit(Page.oneMoreThan(limit))
                .fetch(ExchangeRateQuery::row);
        return Page.of(rows, limit, Row::cursor);
    }

    private static Row row(Record found) {
        var r = EXCHANGE_RATE;
        return new Row(
                found.get(r.BASE),
                found.get(r.QUOTE),
                found.get(r.RATE),
                found.get(r.FROM_DATE),
                found.get(r.TO_DATE),
                found.get(r.SOURCE));
    }
}
