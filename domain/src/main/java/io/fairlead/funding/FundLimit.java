package io.fairlead.funding;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Most that may be billed, net of tax, on a line, on a contract or against a purchase order.
 *
 * @param kind what it holds for
 * @param lineNo the contract line; null unless LINE
 * @param poNumber the purchase order; null unless PO
 * @param amount >= 0, per period where it is capped; null means no limit
 * @param cap how it is measured and when it begins anew; null means money over the whole term
 */
public record FundLimit(
        Kind kind,
        @Nullable Integer lineNo,
        @Nullable String poNumber,
        @Nullable BigDecimal amount,
        @Nullable FundCap cap) {

    /** What a limit can hold for. */
    public enum Kind {
        LINE,
        CONTRACT,
        PO
    }

    public FundLimit {
        amount = amount == null ? null : Check.notNegative("limits.amount", amount);
    }

    /** Of money, over the whole term. */
    public FundLimit(Kind kind, @Nullable Integer lineNo, @Nullable String poNumber, @Nullable BigDecimal amount) {
        this(kind, lineNo, poNumber, amount, null);
    }

    /** Of one contract line in each period. */
    public static FundLimit cap(int lineNo, @Nullable BigDecimal amount, FundCap cap) {
        return new FundLimit(Kind.LINE, lineNo, null, amount, cap);
    }

    /** Of one contract line. */
    public static FundLimit line(int lineNo, @Nullable BigDecimal amount) {
        return new FundLimit(Kind.LINE, lineNo, null, amount);
    }

    /** Of the whole contract. */
    public static FundLimit contract(@Nullable BigDecimal amount) {
        return new FundLimit(Kind.CONTRACT, null, null, amount);
    }

    /** Of one purchase order. */
    public static FundLimit order(String poNumber, @Nullable BigDecimal amount) {
        return new FundLimit(Kind.PO, null, poNumber, amount);
    }

    /** Unique in the contract. */
    public String id() {
        return switch (kind) {
            case LINE -> lineId(lineNo == null ? 0 : lineNo) + (cap == null ? "" : "-" + cap.id());
            case CONTRACT -> CONTRACT_ID;
            case PO -> orderId(poNumber == null ? "" : poNumber);
        };
    }

    static final String CONTRACT_ID = "contract";

    static String lineId(int lineNo) {
        return "line-" + lineNo;
    }

    static String orderId(String poNumber) {
        return "po-" + poNumber;
    }
}
