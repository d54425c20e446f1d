package io.fairlead.time.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.ToldFacts;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.time.NameTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.event.TimeKnownAs;
import io.fairlead.time.event.TimeRecorded;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which entry it is that a client tells: what one source tells under one identifier is one, whichever id it is given. */
@Component
class TimeKeys {

    static final String SOURCE = "api";

    private final ToldFacts facts;
    private final StreamHistory history;

    TimeKeys(ToldFacts facts, StreamHistory history) {
        this.facts = facts;
        this.history = history;
    }

    /** The key that it would have if nobody had told it before. */
    static TimeEntryId given(NewTimeEntry body, Call call) {
        var sourceId = body.sourceId();
        return body.id() == null && sourceId != null
                ? derived(body, sourceId)
                : TimeEntryId.of(call.keyOr(body.id(), TimeEntryId.KIND));
    }

    private static TimeEntryId derived(NewTimeEntry body, String sourceId) {
        return TimeEntryId.of(
                NameUuid.of(TimeEntryId.KIND, source(body), sourceId).toString());
    }

    private static String source(NewTimeEntry body) {
        return body.source() == null ? SOURCE : body.source();
    }

    /** The key that it has. */
    TimeEntryId of(NewTimeEntry body, TimeEntryId given, Call call, LegalEntityId company) {
        var sourceId = body.sourceId();
        if (sourceId == null || body.id() == null) {
            return given;
        }
        var derived = derived(body, sourceId);
        if (given.value().equals(StreamKey.withKind(TimeEntryId.KIND, sourceId))) {
            return toldBefore(derived, given); // Many sources give their own identifier as id: nothing is asked for.
        }
        var own = recordedUnderItsOwn(source(body), sourceId);
        return own == null
                ? new TimeEntryId(facts.keyOf(
                        call,
                        derived.value(),
                        given.value(),
                        new NameTime(derived, given, source(body), sourceId, company),
                        () -> history.last(derived.value(), TimeKnownAs.class)
                                .map(TimeKnownAs::getKnownAs)
                                .orElse(null)))
                : own;
    }

    private TimeEntryId toldBefore(TimeEntryId derived, TimeEntryId given) {
        return history.all(derived.value()).stream()
                .flatMap(event -> switch (event) {
                    case TimeKnownAs named -> Stream.of(new TimeEntryId(named.getKnownAs()));
                    case TimeRecorded _ -> Stream.of(derived);
                    default -> Stream.empty();
                })
                .findFirst()
                .orElse(given);
    }

    /** The entry whose id is the source's identifier; null when there is none, or it is something else. */
    private @Nullable TimeEntryId recordedUnderItsOwn(String source, String sourceId) {
        if (!StreamKey.is(TimeEntryId.KIND, StreamKey.withKind(TimeEntryId.KIND, sourceId))) {
            return null;
        }
        return history.last(TimeEntryId.of(sourceId).value(), TimeRecorded.class)
                .filter(entry ->
                        entry.getSource().equals(source) && entry.getSourceId().equals(sourceId))
                .map(entry -> new TimeEntryId(entry.getTimeEntryId()))
                .orElse(null);
    }
}
