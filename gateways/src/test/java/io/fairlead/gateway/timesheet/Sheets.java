package io.fairlead.gateway.timesheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairlead.gateway.intake.RawFile;
import io.fairlead.gateway.timesheet.RowResult.Accepted;
import io.fairlead.gateway.timesheet.RowResult.Kind;
import io.fairlead.gateway.timesheet.RowResult.Refused;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Small exports and mappings for the tests of this package. */
final class Sheets {

    static final String TOGGL_HEADER = "User,Email,Client,Project,Task,Description,Billable,"
            + "Start date,Start time,End date,End time,Duration,Tags\n";

    static final String MAPPING = """
            {"zone": "Europe/Berlin",
             "persons": {"Ana Ruiz": "person:ana", "bo@example.test": "person:bo", "E-7": "person:ana"},
             "projects": {"Rollout": "project:rollout", "Nordwind / Rollout": "project:nw", "NW-01": "project:code"}}
            """;

    private Sheets() {}

    static RawFile file(String text) {
        return RawFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    static Mapping mapping(String json) {
        return Mapping.of(file(json));
    }

    static Timesheet read(String profile, String csv) {
        return read(profile, csv, MAPPING);
    }

    static Timesheet read(String profile, String csv, String mapping) {
        return TimesheetReader.read(
                new ByteArrayInputStream(csv.getBytes(UTF_8)), Profile.builtIn(profile), mapping(mapping));
    }

    /** A Toggl row of Ana's on Rollout, with the given date, start, end and duration. */
    static String toggl(String date, String start, String end, String duration) {
        return "Ana Ruiz,,,Rollout,,Tests,Yes," + date + "," + start + "," + date + "," + end + "," + duration + ",\n";
    }

    /** The only row of a Toggl file with this duration on a day without start. */
    static RowResult withDuration(String duration) {
        return read("toggl", TOGGL_HEADER + toggl("2026-03-02", "", "", duration))
                .rows()
                .getFirst();
    }

    static List<TimeRow> accepted(Timesheet sheet) {
        return sheet.rows().stream()
                .filter(Accepted.class::isInstance)
                .map(row -> ((Accepted) row).row())
                .toList();
    }

    static List<Refused> refused(Timesheet sheet) {
        return sheet.rows().stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
    }

    static List<Kind> warnings(Timesheet sheet) {
        return sheet.rows().stream()
                .filter(Accepted.class::isInstance)
                .flatMap(row -> ((Accepted) row).warnings().stream())
                .map(RowResult.Warning::kind)
                .toList();
    }
}
