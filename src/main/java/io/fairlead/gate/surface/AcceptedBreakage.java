package io.fairlead.gate.surface;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A breaking change that is made nevertheless.
 *
 * @param change as the check tells it
 * @param reason why it has to be
 * @param told who was told
 * @param decided on which day
 * @param until the last day on which it is excused; by then it is released, or taken back
 */
record AcceptedBreakage(String change, String reason, String told, LocalDate decided, LocalDate until) {

    private static final int DAYS_MAX = 365;

    AcceptedBreakage {
        Objects.requireNonNull(change, "an exception has no change");
        Objects.requireNonNull(reason, "an exception has no reason");
        Objects.requireNonNull(told, "an exception says not who was told");
        Objects.requireNonNull(decided, "an exception has no day on which it was decided");
        Objects.requireNonNull(until, "an exception has no last day");
    }

    static List<AcceptedBreakage> read(String json) {
        return JsonMapper.shared().readValue(json, new TypeReference<List<AcceptedBreakage>>() {});
    }

    /** Why it excuses nothing on that day; empty when it does. */
    String fault(LocalDate today) {
        if (reason.isBlank() || told.isBlank()) {
            return "says not why, or not who was told";
        }
        if (until.isBefore(decided) || until.isAfter(decided.plusDays(DAYS_MAX))) {
            return "has no end within a year";
        }
        return until.isBefore(today) ? "ended on " + until : "";
    }
}
