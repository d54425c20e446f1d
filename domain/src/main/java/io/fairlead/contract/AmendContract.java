package io.fairlead.contract;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Change a contract by agreement. What is null stays as it is.
 *
 * @param contractId its key
 * @param amendmentId the amendment's own key; the same again is the same amendment
 * @param effectiveOn day from which it holds
 * @param treatment by R6
 * @param decidedBy who decided the treatment, issuer|subject
 * @param reason why
 * @param termTo first day after the term
 * @param limit of the whole contract
 * @param lines lines that change
 * @param added new lines
 * @param purchaseOrders all orders, in the order in which they are drawn
 * @param at from the caller's clock
 */
public record AmendContract(
        @TargetAggregateIdentifier ContractId contractId,
        String amendmentId,
        @Foreseen LocalDate effectiveOn,
        Treatment treatment,
        String decidedBy,
        String reason,
        @Foreseen @Nullable LocalDate termTo,
        @Nullable NewLimit limit,
        List<LineChange> lines,
        List<SignContract.Line> added,
        @Nullable List<Order> purchaseOrders,
        Instant at) {

    /** How revenue follows a change of price (R6). */
    public enum Treatment {
        /** What remains is distinct: the new price holds for it alone. */
        PROSPECTIVE,
        /** What remains is not distinct: revenue to date is worked out anew. */
        CATCH_UP,
        /** What is added is distinct and at its stand-alone price: a contract of its own. */
        SEPARATE
    }

    public AmendContract {
        Check.text("amendmentId", amendmentId, 64);
        Check.day("effectiveOn", effectiveOn);
        Check.actor("decidedBy", decidedBy);
        Check.text("reason", reason, 400);
        lines = List.copyOf(lines);
        added = List.copyOf(added);
        Check.range("lines", lines.size() + added.size(), 0, 500);
        purchaseOrders = purchaseOrders == null ? null : List.copyOf(purchaseOrders);
    }

    /**
     * A limit as it shall be.
     *
     * @param amount most that may be billed, >= 0; null lifts the limit
     */
    public record NewLimit(@Nullable BigDecimal amount) {

        public NewLimit {
            amount = amount == null ? null : Check.notNegative("limit", amount);
        }
    }

    /**
     * A line that changes.
     *
     * @param lineNo known in the contract
     * @param amount price agreed or ordered, >= 0; null leaves it
     * @param limit null leaves it
     * @param termTo first day after the line's term; null leaves it
     */
    public record LineChange(
            int lineNo,
            @Nullable BigDecimal amount,
            @Nullable NewLimit limit,
            @Foreseen @Nullable LocalDate termTo) {

        public LineChange {
            amount = amount == null ? null : Check.notNegative("lines.amount", amount);
        }
    }

    /**
     * A purchase order.
     *
     * @param number the customer's
     * @param amount most that may be billed against it, >= 0; null means no limit
     */
    public record Order(String number, @Nullable BigDecimal amount) {

        public Order {
            Check.text("purchaseOrders.number", number, 100);
            amount = amount == null ? null : Check.notNegative("purchaseOrders.amount", amount);
        }
    }
}
