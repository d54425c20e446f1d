package io.fairlead.time;

import io.fairlead.shared.Check;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeRetold;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tell worked time as its source has it now: what is new is recorded, what the source edited is a correction of the same entry.
 * What people corrected here stays until the source says something else.
 *
 * @param timeEntryId its key, the same as the entry's
 * @param entry what the source says now
 * @param submit whether what is not approved is offered for approval as well
 * @param reason why it may differ from what was told before
 * @param at from the caller's clock
 */
public record RetellTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        RecordTime entry,
        boolean submit,
        String reason,
        Instant at) {

    /** Told by who enters it. */
    public RetellTime(RecordTime entry, boolean submit, Instant at) {
        this(entry.timeEntryId(), entry, submit, "edited in " + entry.source(), at);
    }

    public RetellTime {
        if (!timeEntryId.equals(entry.timeEntryId())) {
            throw new IllegalArgumentException(timeEntryId + " tells " + entry.timeEntryId() + ": name one entry");
        }
        Check.text("reason", reason, 400);
    }

    SubmitTime submission() {
        return new SubmitTime(timeEntryId, entry.author(), at);
    }

    /** What it means that a source told time again; answered to whoever imports it. */
    public enum Retold {
        /** It was not known. */
        RECORDED,
        /** It is known and says so already, or waits for that. */
        SAME,
        /** It says so from now on. */
        CORRECTED,
        /** It says so from now on, and has to be approved again. */
        RETURNED,
        /** A draft that claims it is asked first. */
        ASKED,
        /** It is billed: a credit is proposed. */
        PROPOSED;

        static Retold of(List<SpecificRecord> events) {
            if (events.stream()
                    .anyMatch(event -> event instanceof TimeCreditProposed credit
                            && !credit.getParts().isEmpty())) {
                return PROPOSED;
            }
            if (events.stream().anyMatch(TimeChangeRequested.class::isInstance)) {
                return ASKED;
            }
            if (events.stream().anyMatch(TimeApprovalWithdrawn.class::isInstance)) {
                return RETURNED;
            }
            return events.stream().allMatch(TimeRetold.class::isInstance) ? SAME : CORRECTED;
        }
    }
}
