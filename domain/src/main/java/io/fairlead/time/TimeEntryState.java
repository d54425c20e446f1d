package io.fairlead.time;

import static java.util.Objects.requireNonNull;

import io.fairlead.shared.Wire;
import io.fairlead.time.Portions.Claim;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalConfirmed;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeChangeRefused;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeDeferred;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRateProposed;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeSubmitted;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What is known of an entry, as its events say; {@link TimeEntry} decides by it. */
abstract class TimeEntryState {

    @AggregateIdentifier
    @Nullable
    TimeEntryId id;

    @Nullable
    TimeRecorded recorded;

    int version;
    int seconds;

    @Nullable
    LocalDate workDate;

    @Nullable
    String author;

    @Nullable
    Instant submittedAt;

    @Nullable
    TimeApproved approved;

    @Nullable
    TimePriced priced;

    @Nullable
    Portions portions;

    final Set<String> credits = new HashSet<>();

    @Nullable
    TimeApprovalChallenged challenged;

    @Nullable
    TimeChangeRequested pending;

    @Nullable
    Integer proposedSeconds;

    @Nullable
    TimeRateProposed rateAsked;

    @Nullable
    TimeRateOverridden ownRate;

    @Nullable
    TimeDeferred deferred;

    final ApprovedTime standing(TimeApproved approval) {
        return new ApprovedTime(approval, priced, portions, version, seconds, proposedSeconds, pending);
    }

    final TimeRecorded entry() {
        return requireNonNull(recorded);
    }

    final Portions parts() {
        return requireNonNull(portions);
    }

    static String creditOf(String creditNoteId, int portionNo, Disposition disposition) {
        return creditNoteId + "#" + portionNo + "#" + disposition;
    }

    @EventSourcingHandler
    void evolve(TimeRecorded event) {
        id = new TimeEntryId(event.getTimeEntryId());
        recorded = event;
        version = 1;
        seconds = event.getSeconds();
        workDate = event.getWorkDate();
        author = event.getAuthor();
    }

    @EventSourcingHandler
    void evolve(TimeCorrected event) {
        version = event.getVersion();
        seconds = event.getSeconds();
        workDate = event.getWorkDate();
        author = event.getAuthor();
        submittedAt = null;
    }

    @EventSourcingHandler
    void evolve(TimeSubmitted event) {
        submittedAt = event.getSubmittedAt();
    }

    @EventSourcingHandler
    void evolve(TimeApproved event) {
        approved = event;
    }

    @EventSourcingHandler
    void evolve(TimeRejected event) {
        submittedAt = null;
    }

    @EventSourcingHandler
    void evolve(TimePriced event) {
        priced = event;
        var amount = money(event.getAmount());
        portions = portions == null
                ? Portions.of(event.getBilledSeconds(), amount)
                : portions.changedBy(event.getBilledSeconds(), amount);
    }

    @EventSourcingHandler
    void evolve(TimeRepriced event) {
        priced = ChangeEvents.with(requireNonNull(priced), event);
        portions = parts().changedBy(0, money(event.getAmountDelta()));
    }

    @EventSourcingHandler
    void evolve(TimePutOnDraft event) {
        portions = parts().with(new Claim(
                event.getPortionNo(), event.getInvoiceId(), event.getSeconds(), money(event.getAmount()), false));
    }

    @EventSourcingHandler
    void evolve(TimeTakenOffDraft event) {
        portions = parts().withoutDrafted(event.getInvoiceId(), event.getPortionNo());
    }

    @EventSourcingHandler
    void evolve(TimeBilled event) {
        portions = parts().withBilled(event.getInvoiceId(), event.getPortionNo());
    }

    @EventSourcingHandler
    void evolve(TimeReopened event) {
        credits.add(creditOf(event.getCreditNoteId(), event.getPortionNo(), Disposition.REOPEN));
        portions = parts().credited(event.getPortionNo(), event.getSeconds(), money(event.getAmount()));
    }

    @EventSourcingHandler
    void evolve(TimeWrittenOff event) {
        var amount = money(event.getAmount());
        if (event.getCreditNoteId() != null) {
            credits.add(creditOf(event.getCreditNoteId(), event.getPortionNo(), Disposition.WRITE_OFF));
            portions = parts().credited(event.getPortionNo(), event.getSeconds(), amount);
        }
        portions = parts().givenUp(event.getSeconds(), amount);
    }

    @EventSourcingHandler
    void evolve(TimeCorrectedAfterBilling event) {
        credits.add(creditOf(event.getCreditNoteId(), event.getPortionNo(), Disposition.CORRECTED));
        var amount = money(event.getAmount());
        portions = parts().credited(event.getPortionNo(), event.getSeconds(), amount)
                .changedBy(-event.getSeconds(), amount.negated());
        seconds = event.getApprovedSeconds();
        proposedSeconds = proposedSeconds == null || seconds <= proposedSeconds ? null : proposedSeconds;
    }

    @EventSourcingHandler
    void evolve(TimeCorrectedAfterApproval event) {
        version = event.getVersion();
        seconds = event.getSeconds();
        pending = null;
        if (event.getBilledSecondsDelta() != null && event.getAmountDelta() != null) {
            portions = parts().changedBy(event.getBilledSecondsDelta(), money(event.getAmountDelta()));
        }
    }

    @EventSourcingHandler
    void evolve(TimeCreditProposed event) {
        proposedSeconds = event.getParts().isEmpty() ? null : (Integer) event.getWantedSeconds();
        pending = null;
    }

    @EventSourcingHandler
    void evolve(TimeChangeRequested event) {
        pending = event;
    }

    @EventSourcingHandler
    void evolve(TimeChangeRefused event) {
        pending = null;
    }

    @EventSourcingHandler
    void evolve(TimeApprovalChallenged event) {
        challenged = event;
        pending = null;
    }

    @EventSourcingHandler
    void evolve(TimeApprovalConfirmed event) {
        challenged = null;
    }

    @EventSourcingHandler
    void evolve(TimeApprovalWithdrawn event) {
        version = event.getNextVersion();
        portions = portions == null ? null : portions.emptied();
        approved = null;
        priced = null;
        submittedAt = null;
        challenged = null;
        pending = null;
        proposedSeconds = null;
        deferred = null;
    }

    @EventSourcingHandler
    void evolve(TimeRateProposed event) {
        rateAsked = event;
    }

    @EventSourcingHandler
    void evolve(TimeRateOverridden event) {
        ownRate = event;
        rateAsked = null;
    }

    @EventSourcingHandler
    void evolve(TimeDeferred event) {
        deferred = event;
    }

    private Money money(BigDecimal amount) {
        return Wire.money(amount, requireNonNull(priced).getCurrency());
    }
}
