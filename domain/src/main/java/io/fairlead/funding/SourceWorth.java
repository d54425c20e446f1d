package io.fairlead.funding;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.StreamHistory;
import io.fairlead.source.SourceEvent;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Confirmed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Doubted;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reason;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;
import io.fairlead.time.event.TimeApproved;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a source is worth by its own events: its price with all changes, less what was given up or never existed. Each price begins
 * anew, whatever became of one before. Read by whoever asks for funds.
 *
 * @param price the last one
 * @param worth never below 0; 0 once its approval is taken back
 * @param seconds billed time of it, never below 0; 0 of what bills no time
 * @param approvedAt when what was priced had been approved; null of what is no time
 */
record SourceWorth(
        Priced price,
        BigDecimal worth,
        int seconds,
        @Nullable Instant approvedAt) {

    /** Empty when it has never had a price. */
    static Optional<SourceWorth> of(StreamHistory history, String sourceId) {
        @Nullable Priced price = null;
        @Nullable Instant lastApproval = null;
        @Nullable Instant approvedAt = null;
        var worth = BigDecimal.ZERO;
        int seconds = 0;
        for (var event : history.all(sourceId)) {
            if (event instanceof TimeApproved approval) {
                lastApproval = approval.getApprovedAt();
            }
            var happened = SourceEvent.of(event).orElse(null);
            if (happened instanceof Priced priced) {
                price = priced;
                approvedAt = lastApproval;
            }
            if (happened instanceof Changed changed && price != null) {
                price = onItsDay(price, changed);
            }
            worth = happened == null ? worth : after(worth, happened);
            seconds = happened == null ? seconds : after(seconds, happened);
        }
        return price == null
                ? Optional.empty()
                : Optional.of(new SourceWorth(price, worth.max(BigDecimal.ZERO), Math.max(0, seconds), approvedAt));
    }

    /** A receipt may get another day. */
    private static Priced onItsDay(Priced price, Changed changed) {
        var day = changed.attribution().serviceDate();
        return day.equals(price.attribution().serviceDate())
                ? price
                : new Priced(price.sourceId(), changed.attribution(), price.seconds(), price.amount());
    }

    /** Asks for funds for it. Limits that are agreed and not watched yet ask for all unbilled work as soon as they are. */
    ReserveFunds request(Instant at) {
        var of = price.attribution();
        return new ReserveFunds(
                FundingId.of(new ContractId(of.work().contractId())),
                price.sourceId(),
                of.work().lineNo(),
                new CustomerId(of.work().customerId()),
                new ProjectId(of.work().projectId()),
                of.serviceDate(),
                Objects.requireNonNullElse(approvedAt, at),
                true,
                worth,
                seconds,
                of.currency());
    }

    private static BigDecimal after(BigDecimal worth, SourceEvent event) {
        return switch (event) {
            case Priced priced -> priced.amount();
            case Changed changed ->
                changed.because() == Reason.WITHDRAWN ? BigDecimal.ZERO : worth.add(changed.amount());
            case WrittenOff lost -> worth.subtract(lost.part().amount());
            case Lowered lowered -> worth.subtract(lowered.part().amount());
            case PutOnDraft _, TakenOffDraft _, Billed _, Reopened _, Doubted _, Confirmed _, Deferred _ -> worth;
        };
    }

    private static int after(int seconds, SourceEvent event) {
        return switch (event) {
            case Priced priced -> priced.seconds();
            case Changed changed -> changed.because() == Reason.WITHDRAWN ? 0 : seconds + changed.seconds();
            case WrittenOff lost -> seconds - lost.part().seconds();
            case Lowered lowered -> seconds - lowered.part().seconds();
            case PutOnDraft _, TakenOffDraft _, Billed _, Reopened _, Doubted _, Confirmed _, Deferred _ -> seconds;
        };
    }
}
