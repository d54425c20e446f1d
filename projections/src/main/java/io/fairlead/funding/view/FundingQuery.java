package io.fairlead.funding.view;

import static io.fairlead.projection.db.Tables.CONTRACT_AMENDMENT;
import static io.fairlead.view.RollUp.amount;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.fairlead.view.CursorRefused;
import io.fairlead.view.Page;
import io.fairlead.view.RollUp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Limits of a contract, the work that is over them, and amendments; read by HTTP. */
public final class FundingQuery {

    private final DSLContext db;

    public FundingQuery(DSLContext db) {
        this.db = db;
    }

    /**
     * One limit.
     *
     * @param limitId line-<number>, contract or po-<number of the order>
     * @param kind LINE, CONTRACT or PO
     * @param lineNo null unless LINE
     * @param poNumber null unless PO
     * @param currency ISO 4217
     * @param limit most that may be billed; null means no limit
     * @param billed net of credits
     * @param drafted on drafts
     * @param reserved and on no draft
     * @param available limit - net billed - committed; null means no limit
     * @param isShort whether work waits for it
     * @param unit MONEY, or HOURS of a cap in hours, of which the amounts are hours
     * @param from first day of service that counts in a period of a cap; null means all before its end
     * @param to first day that does not count; null means all from its beginning
     */
    public record Limit(
            String limitId,
            String kind,
            @Nullable Integer lineNo,
            @Nullable String poNumber,
            String currency,
            @Nullable BigDecimal limit,
            BigDecimal billed,
            BigDecimal drafted,
            BigDecimal reserved,
            @Nullable BigDecimal available,
            boolean isShort,
            String unit,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * Work over a limit.
     *
     * @param sourceId time-entry:<uuid> or billing-item:<uuid>
     * @param lineNo contract line that pays
     * @param projectId where it was done
     * @param serviceDate day of work or acceptance
     * @param overLimit held back
     * @param reserved reserved all the same
     * @param limitId the limit that holds it back
     * @param rank place in the queue
     * @param currency ISO 4217
     */
    public record OverLimit(
            String sourceId,
            int lineNo,
            String projectId,
            LocalDate serviceDate,
            BigDecimal overLimit,
            BigDecimal reserved,
            @Nullable String limitId,
            String rank,
            String currency) {}

    /** One line of an amendment; fields as the table's columns. */
    public record Amendment(
            int amendmentNo,
            String amendmentId,
            LocalDate effectiveOn,
            String treatment,
            String decidedBy,
            String reason,
            @Nullable LocalDate termTo,
            @Nullable BigDecimal limitBefore,
            @Nullable BigDecimal limit,
            int lineNo,
            boolean added,
            @Nullable BigDecimal priceBefore,
            @Nullable BigDecimal price,
            @Nullable BigDecimal lineLimitBefore,
            @Nullable BigDecimal lineLimit) {}

    /** All limits of a contract, orders as they are drawn, then the periods of its caps; empty when nothing is limited. */
    public List<Limit> limits(String contractId) {
        var all = new ArrayList<>(overTheTerm(contractId));
        all.addAll(periods(contractId));
        return List.copyOf(all);
    }

    private List<Limit> periods(String contractId) {
        return db.select(
                        text("limit_id"),
                        number("line_no"),
                        RollUp.CURRENCY,
                        amount("limit_amount"),
                        amount("billed_amount"),
                        amount("drafted_amount"),
                        amount("reserved_amount"),
                        amount("available_amount"),
                        field(name("short"), Boolean.class),
                        text("unit"),
                        day("from_date"),
                        day("to_date"))
                .from(RollUp.view("funding_period"))
                .where(text("contract_id").eq(contractId))
                .orderBy(text("limit_id"))
                .fetch(row -> new Limit(
                        row.value1(),
                        "LINE",
                        row.value2(),
                        null,
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11(),
                        row.value12()));
    }

    private static Field<LocalDate> day(String column) {
        return field(name(column), LocalDate.class);
    }

    private List<Limit> overTheTerm(String contractId) {
        return db.select(
                        text("limit_id"),
                        text("kind"),
                        number("line_no"),
                        text("po_number"),
                        RollUp.CURRENCY,
                        amount("limit_amount"),
                        amount("billed_amount"),
                        amount("drafted_amount"),
                        amount("reserved_amount"),
                        amount("available_amount"),
                        field(name("short"), Boolean.class))
                .from(RollUp.view("funding"))
                .where(text("contract_id").eq(contractId))
                .orderBy(number("ordinal"))
                .fetch(row -> new Limit(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11(),
                        "MONEY",
                        null,
                        null));
    }

    /**
     * Work of a contract over its limits, in the order of the queue.
     *
     * @param cursor from the page before; null means from the beginning
     */
    public Page<OverLimit> overLimit(String contractId, @Nullable String cursor, int limit) {
        var rows = db.select(
                        text("source_id"),
                        number("line_no"),
                        text("project_id"),
                        field(name("service_date"), LocalDate.class),
                        amount("over_limit_amount"),
                        amount("reserved_amount"),
                        text("limit_id"),
                        text("rank"),
                        RollUp.CURRENCY)
                .from(RollUp.view("over_limit"))
                .where(text("contract_id").eq(contractId))
                .and(cursor == null ? noCondition() : text("rank").gt(cursor))
                .orderBy(text("rank"))
                .limit(Page.oneMoreThan(limit))
                .fetch(row -> new OverLimit(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9()));
        return Page.of(rows, limit, OverLimit::rank);
    }

    /**
     * Amendments of a contract, a row for each line that changed.
     *
     * @param cursor from the page before; null means from the beginning
     */
    public Page<Amendment> amendments(String contractId, @Nullable String cursor, int limit) {
        var a = CONTRACT_AMENDMENT;
        var after = cursor == null ? new int[2] : parts(cursor);
        var rows = db.selectFrom(a)
                .where(a.CONTRACT_ID.eq(contractId))
                .and(
                        cursor == null
                                ? noCondition()
                                : row(a.AMENDMENT_NO, a.LINE_NO).gt(after[0], after[1]))
                .orderBy(a.AMENDMENT_NO, a.LINE_NO)
                .limit(Page.oneMoreThan(limit))
                .fetch(row -> new Amendment(
                        row.getAmendmentNo(),
                        row.getAmendmentId(),
                        row.getEffectiveOn(),
                        row.getTreatment(),
                        row.getDecidedBy(),
                        row.getReason(),
                        row.getTermTo(),
                        row.getLimitBefore(),
                        row.getLimitAmount(),
                        row.getLineNo(),
                        row.getAdded(),
                        row.getPriceBefore(),
                        row.getPriceAmount(),
                        row.getLineLimitBefore(),
                        row.getLineLimitAmount()));
        return Page.of(rows, limit, row -> row.amendmentNo() + "-" + row.lineNo());
    }

    private static int[] parts(String cursor) {
        var parts = cursor.split("-", 2);
        try {
            return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[parts.length - 1])};
        } catch (NumberFormatException none) {
            throw new CursorRefused(none);
        }
    }

    private static Field<String> text(String column) {
        return field(name(column), String.class);
    }

    private static Field<Integer> number(String column) {
        return field(name(column), Integer.class);
    }
}
