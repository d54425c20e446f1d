package io.fairlead.gateway.timesheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.fairlead.gateway.timesheet.RowResult.Kind;
import io.fairlead.gateway.timesheet.RowResult.Warning;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns one CSV record of a file whose conventions are settled into a row or its refusal; for {@link
 * TimesheetReader}.
 */
final class RowParser {

    static final int TEXT_LENGTH_MAX = 1_000;
    static final int NAME_LENGTH_MAX = 200;

    private final Profile profile;
    private final Mapping mapping;
    private final Header header;
    private final Conventions conventions;
    private final SeenRows seen;

    RowParser(Profile profile, Mapping mapping, Header header, Conventions conventions) {
        this.profile = profile;
        this.mapping = mapping;
        this.header = header;
        this.conventions = conventions;
        this.seen = new SeenRows(profile.name());
    }

    RowResult parse(CsvRecord record) {
        try {
            return accept(record);
        } catch (CellRefused refused) {
            return refused.at(record.getStartingLineNumber());
        }
    }

    private RowResult accept(CsvRecord record) throws CellRefused {
        var line = record.getStartingLineNumber();
        refuseMisshapen(record);
        var type = text(record, Column.TYPE);
        if (profile.skippedTypes().contains(type.toLowerCase(Locale.ROOT))) {
            throw refused(
                    Column.TYPE, type, "a row of this type is no work", "nothing to do; it is left out on purpose");
        }
        var person = person(record);
        var date = date(Column.DATE, text(record, Column.DATE));
        var start = WorkedTime.timeOfDay(header.name(Column.START), text(record, Column.START))
                .orElse(null);
        var seconds = seconds(record);
        var project = text(record, Column.PROJECT);
        var task = text(record, Column.TASK);
        var client = text(record, Column.CLIENT);
        var email = text(record, Column.EMAIL);
        var description = text(record, Column.DESCRIPTION);
        // Before the mapping: a name mapped later must not shift the ordinals of equal rows.
        var identity = seen.identify(
                line, new SeenRows.Facts(person, email, project, task, description, date, start, seconds));
        var warnings = new ArrayList<Warning>();
        identity.repetition().ifPresent(warnings::add);
        disagreement(record, date, start, seconds).ifPresent(warnings::add);
        var invoiced = yesOrNo(record, Column.INVOICED);
        if (Boolean.TRUE.equals(invoiced)) {
            warnings.add(new Warning(Kind.ALREADY_INVOICED, "marked as invoiced in the tracker"));
        }
        var row = new TimeRow(
                line,
                identity.id(),
                identity.place(),
                profile.name(),
                personId(record, person, email),
                customerId(client),
                projectId(record, client, project),
                taskId(project, task),
                person,
                email,
                client,
                project,
                task,
                description,
                date,
                start,
                conventions.zone(),
                seconds,
                billable(record),
                yesOrNo(record, Column.APPROVED),
                invoiced,
                currency(record));
        return new RowResult.Accepted(row, warnings);
    }

    private void refuseMisshapen(CsvRecord record) throws CellRefused {
        if (record.getFieldCount() != header.size()) {
            throw new CellRefused(
                    "row",
                    String.join(String.valueOf(profile.separator()), record.getFields()),
                    "it has " + record.getFieldCount() + " cells where the header has " + header.size(),
                    "check quotes and separators of this line");
        }
    }

    private String text(CsvRecord record, Column column) throws CellRefused {
        var text = header.cell(record, column);
        var max = column == Column.DESCRIPTION ? TEXT_LENGTH_MAX : NAME_LENGTH_MAX;
        if (text.length() > max) {
            throw refused(column, text, "it is longer than " + max + " characters", "shorten it");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw refused(column, "", "it holds a control character", "remove it in the tracker and export again");
        }
        return text;
    }

    private String person(CsvRecord record) throws CellRefused {
        var whole = text(record, Column.PERSON);
        var name = whole.isEmpty()
                ? (text(record, Column.FIRST_NAME) + " " + text(record, Column.LAST_NAME)).strip()
                : whole;
        if (name.isEmpty() && text(record, Column.EMAIL).isEmpty()) {
            var column = header.has(Column.PERSON) || !header.has(Column.LAST_NAME) ? Column.PERSON : Column.LAST_NAME;
            throw refused(column, "", "nobody is named", "give the person's name or e-mail address");
        }
        return name;
    }

    private LocalDate date(Column column, String text) throws CellRefused {
        var order = conventions.dateOrder() == null ? DateOrder.YMD : conventions.dateOrder();
        var date = order.parse(text);
        if (date.isEmpty()) {
            throw refused(column, text, "it is no date from 2000 to 2099 written " + order, "correct the date");
        }
        return date.get();
    }

    private int seconds(CsvRecord record) throws CellRefused {
        var decimal = conventions.decimal();
        return header.has(Column.DURATION)
                ? WorkedTime.duration(header.name(Column.DURATION), text(record, Column.DURATION), decimal)
                : WorkedTime.hours(header.name(Column.HOURS), text(record, Column.HOURS), decimal);
    }

    /** Measured in the zone: over a change of clocks the plain difference is an hour off though nothing is wrong. */
    private Optional<Warning> disagreement(CsvRecord record, LocalDate date, @Nullable LocalTime start, int seconds)
            throws CellRefused {
        var end = WorkedTime.timeOfDay(header.name(Column.END), text(record, Column.END));
        var endDate = text(record, Column.END_DATE);
        if (start == null || end.isEmpty()) {
            return Optional.empty();
        }
        var lastDay = endDate.isEmpty() ? date : date(Column.END_DATE, endDate);
        var zone = conventions.zone();
        var between = Duration.between(
                        date.atTime(start).atZone(zone),
                        lastDay.atTime(end.get()).atZone(zone))
                .toSeconds();
        var wholeMinutes = start.getSecond() == 0 && end.get().getSecond() == 0;
        return Math.abs(between - seconds) <= (wholeMinutes ? 59 : 0)
                ? Optional.empty()
                : Optional.of(new Warning(
                        Kind.DURATION_DISAGREES,
                        "end minus start is " + between + " s, the stated duration is " + seconds
                                + " s and was taken"));
    }

    private String personId(CsvRecord record, String person, String email) throws CellRefused {
        var found = mapping.person(email, text(record, Column.PERSON_NUMBER), person);
        if (found.isEmpty()) {
            var column = header.has(Column.PERSON) ? Column.PERSON : Column.LAST_NAME;
            throw refused(
                    column, person, "this person is not mapped", add("persons", person.isEmpty() ? email : person));
        }
        return found.get();
    }

    private String projectId(CsvRecord record, String client, String project) throws CellRefused {
        var found = mapping.project(client, text(record, Column.PROJECT_CODE), project);
        if (found.isEmpty()) {
            throw refused(Column.PROJECT, project, "this project is not mapped", add("projects", project));
        }
        return found.get();
    }

    private @Nullable String taskId(String project, String task) throws CellRefused {
        var found = mapping.task(project, task);
        if (found.isEmpty() && mapping.tasks() != null && !task.isEmpty()) {
            throw refused(Column.TASK, task, "this task is not mapped", add("tasks", task));
        }
        return found.orElse(null);
    }

    private @Nullable String customerId(String client) throws CellRefused {
        var found = mapping.client(client);
        if (found.isEmpty() && mapping.clients() != null && !client.isEmpty()) {
            throw refused(Column.CLIENT, client, "this client is not mapped", add("clients", client));
        }
        return found.orElse(null);
    }

    private boolean billable(CsvRecord record) throws CellRefused {
        return switch (mapping.billable()) {
            case YES -> true;
            case NO -> false;
            case FILE -> {
                var said = yesOrNo(record, Column.BILLABLE);
                if (said == null) {
                    throw refused(
                            Column.BILLABLE,
                            "",
                            "it does not say whether the row is billable",
                            "fill it in, or set \"billable\" to \"yes\" or \"no\" in the mapping");
                }
                yield said;
            }
        };
    }

    private @Nullable Boolean yesOrNo(CsvRecord record, Column column) throws CellRefused {
        var text = text(record, column);
        var word = text.toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return null;
        }
        if (profile.yes().contains(word)) {
            return true;
        }
        if (profile.no().contains(word)) {
            return false;
        }
        throw refused(column, text, "it is neither yes nor no", "list the word under \"yes\" or \"no\" in the profile");
    }

    /** Harvest writes "Euro - EUR"; the others name the currency in a header, if at all. */
    private @Nullable String currency(CsvRecord record) throws CellRefused {
        var text = text(record, Column.CURRENCY);
        if (text.isEmpty()) {
            var inHeader = header.currency();
            return inHeader == null ? profile.currency() : inHeader;
        }
        var code = text.substring(text.lastIndexOf(' ') + 1);
        if (!code.matches("[A-Z]{3}")) {
            throw refused(Column.CURRENCY, text, "it names no currency code", "write it as \"Euro - EUR\" or \"EUR\"");
        }
        return code;
    }

    private CellRefused refused(Column column, String value, String reason, String remedy) {
        return new CellRefused(header.name(column), value, reason, remedy);
    }

    private static String add(String key, String name) {
        return "add \"" + name + "\" under \"" + key + "\" in the mapping file";
    }
}
