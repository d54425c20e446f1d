package io.fairlead.funding;

import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.shared.WireAmount;
import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one source asks of the limits, and its place in the queue; a value of {@link Reservation}.
 *
 * @param sourceId time-entry:<uuid> or billing-item:<uuid>
 * @param lineNo contract line that pays
 * @param customerId customer:<code>; empty while only its invoice is known
 * @param projectId project:<key>; empty while only its invoice is known
 * @param serviceDate day of work or acceptance
 * @param divisible whether it may be billed in parts
 * @param rank place in the queue
 * @param worth in all, drafted and billed parts included
 * @param seconds of billed time in all; 0 for what bills no time
 */
record FundsRequest(
        String sourceId,
        int lineNo,
        String customerId,
        String projectId,
        LocalDate serviceDate,
        boolean divisible,
        String rank,
        Money worth,
        int seconds) {

    static FundsRequest of(ReserveFunds command, Money worth) {
        return new FundsRequest(
                command.sourceId(),
                command.lineNo(),
                command.customerId().value(),
                command.projectId().value(),
                command.serviceDate(),
                command.divisible(),
                command.rank(),
                worth,
                command.seconds());
    }

    static FundsRequest of(FundsReserved event) {
        return new FundsRequest(
                event.getSourceId(),
                event.getLineNo(),
                event.getCustomerId(),
                event.getProjectId(),
                event.getServiceDate(),
                event.getDivisible(),
                event.getRank(),
                WireAmount.money(event.getWorth(), event.getCurrency()),
                seconds(event.getSeconds()));
    }

    static FundsRequest of(FundsRefused event) {
        return new FundsRequest(
                event.getSourceId(),
                event.getLineNo(),
                event.getCustomerId(),
                event.getProjectId(),
                event.getServiceDate(),
                event.getDivisible(),
                event.getRank(),
                WireAmount.money(event.getWorth(), event.getCurrency()),
                seconds(event.getSeconds()));
    }

    /** What was told before caps counted hours told no time. */
    private static int seconds(@Nullable Integer told) {
        return told == null ? 0 : told;
    }

    /** Known only by its invoice: it was drafted before anybody watched the limit. */
    static FundsRequest unasked(FundsPortion portion, Money none) {
        var id = portion.getSourceId();
        var day = Objects.requireNonNullElse(portion.getServiceDate(), LocalDate.EPOCH);
        return new FundsRequest(id, portion.getLineNo(), "", "", day, true, id, none, 0);
    }

    /** The same source asking anew; work that had given everything back, or never asked, queues again. */
    FundsRequest again(ReserveFunds command, Money wanted) {
        var asked = of(command, wanted);
        return worth.isZero() || isUnasked() ? asked : asked.at(rank);
    }

    /** As the release states it; work that was known by its invoice alone learns who it is for. */
    FundsRequest after(FundsReleased event) {
        return new FundsRequest(
                sourceId,
                event.getLineNo(),
                event.getCustomerId(),
                event.getProjectId(),
                event.getServiceDate(),
                divisible,
                event.getRank(),
                WireAmount.money(event.getWorth(), event.getCurrency()),
                seconds(event.getSeconds()));
    }

    FundsRequest at(String place) {
        return new FundsRequest(sourceId, lineNo, customerId, projectId, serviceDate, divisible, place, worth, seconds);
    }

    /** Whether it asks for that already. */
    boolean isSame(Money wanted, int billed) {
        return worth.isEqual(wanted) && seconds == billed && !isUnasked();
    }

    boolean isUnasked() {
        return customerId.isEmpty();
    }
}
