package io.fairlead.gateway.timesheet;

import io.fairlead.gateway.timesheet.RowResult.Kind;
import io.fairlead.gateway.timesheet.RowResult.Warning;
import io.fairlead.shared.NameUuid;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives each row of one file its identity and finds repetitions. The identity is made of what the file says, not
 * of the mapping, so that a corrected mapping or a longer export keeps it. An edited duration makes another identity in the same
 * place.
 */
final class SeenRows {

    private final String profile;
    private final Map<UUID, First> equal = new HashMap<>();
    private final Map<UUID, First> near = new HashMap<>();

    SeenRows(String profile) {
        this.profile = profile;
    }

    /** What identifies a row. The e-mail address, where there is one, stands for the person: names change. */
    record Facts(
            String person,
            String email,
            String project,
            String task,
            String description,
            LocalDate date,
            @Nullable LocalTime start,
            int seconds) {

        private String who() {
            return normal(email.isEmpty() ? person : email.toLowerCase(Locale.ROOT));
        }

        private String when() {
            return start == null ? date.toString() : date.atTime(start).toString();
        }
    }

    /**
     * A row's identity among all rows of its profile.
     *
     * @param place what the row shares with those that differ in nothing but their duration, and with itself once it is edited
     * @param repetition a remark where an equal or nearly equal row stands above
     */
    record Identity(UUID id, UUID place, Optional<Warning> repetition) {}

    Identity identify(long line, Facts facts) {
        var seconds = Integer.toString(facts.seconds());
        var base = NameUuid.of(
                profile,
                facts.who(),
                normal(facts.project()),
                normal(facts.task()),
                normal(facts.description()),
                facts.when(),
                seconds);
        var place = NameUuid.of(
                "time-place",
                profile,
                facts.who(),
                normal(facts.project()),
                normal(facts.task()),
                normal(facts.description()),
                facts.when());
        var day = NameUuid.of(facts.who(), normal(facts.project()), facts.date().toString(), seconds);
        var same = equal.computeIfAbsent(base, _ -> new First(line));
        var similar = near.computeIfAbsent(day, _ -> new First(line));
        var ordinal = ++same.count;
        var id = NameUuid.of("time-row", base.toString(), Integer.toString(ordinal));
        if (ordinal > 1) {
            return new Identity(
                    id,
                    place,
                    Optional.of(new Warning(
                            Kind.REPEATED, "equal to line " + same.line + "; taken as an entry of its own")));
        }
        if (similar.line != line) {
            return new Identity(
                    id,
                    place,
                    Optional.of(new Warning(
                            Kind.NEAR_DUPLICATE,
                            "same person, project, day and duration as line " + similar.line
                                    + ", other text, task or start")));
        }
        return new Identity(id, place, Optional.empty());
    }

    private static String normal(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).replace("\r\n", "\n");
    }

    private static final class First {
        final long line;
        int count;

        First(long line) {
            this.line = line;
        }
    }
}
