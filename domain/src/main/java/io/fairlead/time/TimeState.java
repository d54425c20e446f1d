package io.fairlead.time;

import static java.util.Objects.requireNonNull;

import io.fairlead.shared.Portions;
import io.fairlead.shared.Recording;
import io.fairlead.source.SourceEvent;
import io.fairlead.time.ApprovedTime.Worked;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRecorded;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry stands: what was worked, its approval, a rate of its own, and where its parts are. Follows the events and
 * decides nothing; {@link TimeEntry} and {@link TimeBilling} decide by it.
 */
final class TimeState {

    private @Nullable RecordedTime recorded;
    private @Nullable ApprovedTime approved;
    private OwnRate ownRate = OwnRate.NONE;
    private Portions portions = Portions.NONE;

    /** Null before it is recorded. */
    @Nullable
    RecordedTime known() {
        return recorded;
    }

    RecordedTime recorded() {
        return requireNonNull(recorded);
    }

    TimeRecorded entry() {
        return recorded().entry();
    }

    /** Null while no approval stands. */
    @Nullable
    ApprovedTime approved() {
        return approved;
    }

    Optional<TimePriced> price() {
        return approved == null ? Optional.empty() : Optional.ofNullable(approved.price());
    }

    OwnRate ownRate() {
        return ownRate;
    }

    Portions portions() {
        return portions;
    }

    Worked worked() {
        return new Worked(recorded().version(), recorded().seconds(), portions);
    }

    BillableTime billable() {
        return new BillableTime(entry(), approved, portions);
    }

    /** Appends an event of the company that the entry is of. */
    void record(SpecificRecord event) {
        Recording.record(event, entry().getLegalEntityId());
    }

    /** What happened to the entry; told by the root, for a member of the aggregate costs each event a search for its handlers. */
    void follow(SpecificRecord event, MetaData sent) {
        SourceEvent.of(event).ifPresent(happened -> portions = portions.after(happened));
        recorded = event instanceof TimeRecorded e
                ? RecordedTime.by(e)
                : recorded == null ? null : recorded.after(event, sent);
        approved =
                event instanceof TimeApproved e ? ApprovedTime.by(e) : approved == null ? null : approved.after(event);
        ownRate = ownRate.after(event);
    }
}
