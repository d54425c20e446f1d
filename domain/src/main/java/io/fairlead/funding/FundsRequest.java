package io.fairlead.funding;

import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.shared.WireAmount;
import java.time.LocalDate;
import org.joda.money.Money;

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
 */
record FundsRequest(
        String sourceId,
        int lineNo,
        String customerId,
        String projectId,
        LocalDate serviceDate,
        boolean divisible,
        String rank,
        Money worth) {

    static FundsRequest of(ReserveFunds command, Money worth) {
        return new FundsRequest(
                command.sourceId(),
                command.lineNo(),
                command.customerId().value(),
                command.projectId().value(),
                command.serviceDate(),
                command.divisible(),
                command.rank(),
                worth);
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
                WireAmount.money(event.getWorth(), event.getCurrency()));
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
                WireAmount.money(event.getWorth(), event.getCurrency()));
    }

    /** Known only by its invoice: it was drafted before anybody watched the limit. */
    static FundsRequest unasked(String sourceId, int lineNo, Money none) {
        return new FundsRequest(sourceId, lineNo, "", "", LocalDate.EPOCH, true, sourceId, none);
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
                WireAmount.money(event.getWorth(), event.getCurrency()));
    }

    FundsRequest at(String place) {
        return new FundsRequest(sourceId, lineNo, customerId, projectId, serviceDate, divisible, place, worth);
    }

    boolean isUnasked() {
        return customerId.isEmpty();
    }
}
