package io.fairlead.time;

import static java.util.Objects.requireNonNull;

import io.fairlead.shared.Portions;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.source.SourceEvent;
import io.fairlead.time.ApprovedTime.Worked;
import io.fairlead.time.Retelling.Told;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeKnownAs;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeOverlapNoted;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRetold;
import java.util.List;
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
    private @Nullable TimeMoved moved;
    private List<String> overlapped = List.of();
    private @Nullable String knownAs;
    private @Nullable TimeRetold retold;

    /** Null before it is recorded. */
    @Nullable
    RecordedTime known() {
        return recorded;
    }

    RecordedTime recorded() {
        return requireNonNull(recorded);
    }

    /**
     * The entry, which may still change.
     *
     * @throws RuleViolated T-19 when it was moved
     */
    RecordedTime changeable() {
        if (moved != null) {
            throw MovingTime.gone(moved);
        }
        return recorded();
    }

    /** Null unless it was moved. */
    @Nullable
    TimeMoved moved() {
        return moved;
    }

    /** The entry that this key's fact is; null unless another key was taken for it. */
    @Nullable
    String knownAs() {
        return knownAs;
    }

    /** @throws RuleViolated T-22 when another key was taken for it */
    void requireOwnKey() {
        if (knownAs != null) {
            throw new RuleViolated("T-22", "id", "it is entered as " + knownAs, "tell it under that id");
        }
    }

    /** Other entries that it was found to overlap last. */
    List<String> overlapped() {
        return overlapped;
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

    /** What its source said last, whatever people made of it since. */
    Told told() {
        return retold == null
                ? new Told(entry().getWorkDate(), entry().getSeconds())
                : new Told(retold.getWorkDate(), retold.getSeconds());
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
        moved = event instanceof TimeMoved e ? e : moved;
        retold = event instanceof TimeRetold e ? e : retold;
        knownAs = event instanceof TimeKnownAs e ? e.getKnownAs() : knownAs;
        overlapped = event instanceof TimeOverlapNoted e ? List.copyOf(e.getOtherIds()) : overlapped;
    }
}
