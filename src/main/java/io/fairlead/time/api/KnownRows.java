package io.fairlead.time.api;

import io.fairlead.gateway.timesheet.TimeRow;
import io.fairlead.shared.NameUuid;
import io.fairlead.time.RecordTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.view.ToldTimeQuery;
import io.fairlead.time.view.ToldTimeQuery.Told;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of former imports the rows of one file are. An entry is one row's: first of a row that says just what it says, then
 * of one that was edited since. Not thread-safe.
 */
final class KnownRows {

    private static final String PLACE_END = "#";

    /** How this class names a row, and its further days; other sources may write what they like. */
    private static final Pattern OF_ROW = Pattern.compile("([0-9a-f-]{36})" + PLACE_END + "([0-9]{1,9})(?:/[0-9]+)?");

    private static final Pattern FURTHER_DAY = Pattern.compile("^[0-9a-f-]{36}(?:#[0-9]{1,9})?/[0-9]+$");

    private final ToldTimeQuery query;
    private final String source;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> lastOfPlace = new HashMap<>();

    /** @param source name of the profile that reads the file */
    KnownRows(ToldTimeQuery query, String source) {
        this.query = query;
        this.source = source;
    }

    /** What identifies an entry. */
    record Identity(TimeEntryId id, String sourceId) {

        static Identity of(Told told) {
            return new Identity(TimeEntryId.of(told.timeEntryId()), told.sourceId());
        }

        private static Identity of(String place, int no) {
            var id = NameUuid.of("time-row", place, Integer.toString(no));
            return new Identity(TimeEntryId.of(id.toString()), place + PLACE_END + no);
        }
    }

    /**
     * Entries that rows of a part of the file may be.
     *
     * @param rows of the file
     * @param said by them, as they are mapped
     */
    Candidates candidates(Collection<TimeRow> rows, Collection<RecordTime> said) {
        var places = rows.stream().map(row -> row.placeId().toString()).collect(Collectors.toSet());
        var days = said.stream().map(RecordTime::workDate).collect(Collectors.summarizingLong(LocalDate::toEpochDay));
        var people = said.stream().map(each -> each.personId().value()).collect(Collectors.toSet());
        // Another zone of the contract may have moved the day by one.
        return new Candidates(
                said.isEmpty()
                        ? List.of()
                        : query.of(
                                source,
                                people,
                                places,
                                LocalDate.ofEpochDay(days.getMin()).minusDays(1),
                                LocalDate.ofEpochDay(days.getMax()).plusDays(1)));
    }

    /** The entry of a row that is none of those known. */
    Identity next(TimeRow row) {
        var place = row.placeId().toString();
        return Identity.of(place, lastOfPlace.merge(place, 1, Integer::sum));
    }

    /** What is known around a part of the file. */
    final class Candidates {

        private final Map<String, List<Told>> byPlace = new HashMap<>();
        private final Map<String, Told> bySourceId = new HashMap<>();
        private final Map<Work, List<Told>> byWork;
        private final Map<String, List<Told>> byFirst = new HashMap<>();

        private Candidates(List<Told> known) {
            for (var each : known) {
                bySourceId.put(each.sourceId(), each);
                var row = OF_ROW.matcher(each.sourceId());
                if (row.matches()) {
                    byPlace.computeIfAbsent(row.group(1), _ -> new ArrayList<>())
                            .add(each);
                }
                var further = each.sourceId().lastIndexOf('/');
                if (further > 0 && each.standing() > 0 && !isRejected(each)) {
                    byFirst.computeIfAbsent(each.sourceId().substring(0, further), _ -> new ArrayList<>())
                            .add(each);
                }
            }
            byWork = known.stream().collect(Collectors.groupingBy(Work::of));
            byPlace.forEach((place, all) -> lastOfPlace.merge(
                    place, all.stream().mapToInt(KnownRows::no).max().orElse(0), Math::max));
        }

        /**
         * Those that a row may be and no other row is, of days after the first none; in the order of their numbers, those that were
         * rejected last. What was rejected for another person, project or task stays as it is.
         */
        List<Told> of(TimeRow row, RecordTime said) {
            var all = new HashSet<>(byPlace.getOrDefault(row.placeId().toString(), List.of()));
            var before = bySourceId.get(row.sourceId().toString());
            if (before != null) {
                all.add(before);
            }
            all.addAll(byWork.getOrDefault(Work.of(said), List.of()));
            return all.stream()
                    .filter(each -> !FURTHER_DAY.matcher(each.sourceId()).find() && !taken.contains(each.timeEntryId()))
                    .filter(each -> !isRejected(each) || isFor(each, said))
                    .sorted(Comparator.comparing(KnownRows::isRejected)
                            .thenComparing(KnownRows::no)
                            .thenComparing(Told::timeEntryId))
                    .toList();
        }

        /** The row's entry, when it says just that; it is no other row's from now on. */
        @Nullable
        Told same(List<Told> candidates, RecordTime said) {
            var wait = !candidates.isEmpty() && !isRejected(candidates.getFirst());
            return candidates.stream()
                    .filter(each -> !wait || !isRejected(each))
                    .filter(each -> says(each, said))
                    .findFirst()
                    .map(this::take)
                    .orElse(null);
        }

        Told take(Told told) {
            taken.add(told.timeEntryId());
            return told;
        }

        /** A further day of a row is the entry that it was, also where that moved. */
        RecordTime asKnown(RecordTime said) {
            var told = bySourceId.get(said.sourceId());
            return told == null ? said : WorkedTimes.under(TimeEntryId.of(told.timeEntryId()), said);
        }

        /** How many further days an entry is known to have, of which something is left. */
        int furtherDays(Told told) {
            return byFirst.getOrDefault(told.sourceId(), List.of()).size();
        }
    }

    private static boolean says(Told told, RecordTime said) {
        return told.toldSeconds() == said.seconds() && isFor(told, said);
    }

    /** What was moved is for what people said, whatever the file goes on saying. */
    private static boolean isFor(Told told, RecordTime said) {
        return told.personId().equals(said.personId().value())
                && (told.movedFrom() != null || isTo(told, said, said.target()));
    }

    private static boolean isTo(Told told, RecordTime said, TimeTarget target) {
        return told.timeClass().equals(said.timeClass())
                && told.projectId().equals(target.projectId().value())
                && Objects.equals(told.taskId(), target.taskId());
    }

    private static boolean isRejected(Told told) {
        return told.status().equals("rejected");
    }

    /** Number within its place; 0 of an entry that was imported when its identity was its duration too. */
    private static int no(Told told) {
        var row = OF_ROW.matcher(told.sourceId());
        return row.matches() ? Integer.parseInt(row.group(2)) : 0;
    }

    /** What an entry is about, by its mapped names: how entries of former releases are known again. */
    private record Work(
            String personId,
            String projectId,
            @Nullable String taskId,
            String when,
            @Nullable String note) {

        static Work of(Told told) {
            var start = told.startAt();
            return new Work(told.personId(), told.projectId(), told.taskId(), when(start, told.toldOn()), told.note());
        }

        static Work of(RecordTime said) {
            var start = said.startAt() == null ? null : said.startAt().atOffset(ZoneOffset.UTC);
            return new Work(
                    said.personId().value(),
                    said.target().projectId().value(),
                    said.target().taskId(),
                    when(start, said.workDate()),
                    said.note());
        }

        private static String when(@Nullable OffsetDateTime start, LocalDate day) {
            return Objects.toString(start == null ? day : start.toInstant());
        }
    }
}
