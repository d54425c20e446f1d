package io.fairlead.time.api;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.ToldRefusals;
import io.fairlead.gateway.timesheet.RowResult;
import io.fairlead.gateway.timesheet.TimeRow;
import io.fairlead.gateway.timesheet.Timesheet;
import io.fairlead.shared.TimeClasses;
import io.fairlead.time.RetellTime.Retold;
import io.fairlead.time.api.TimeImported.ProjectTotal;
import io.fairlead.time.api.TimeImported.RefusedRow;
import io.fairlead.time.api.TimeImported.WarnedRow;
import io.fairlead.time.api.TimeIntake.Ready;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what becomes of the rows of one file. */
final class TimeImportReport {

    /** The readers' refusals name the cell; their code is one for all. */
    static final String CELL = "CELL_INVALID";

    private static final int VALUE_LENGTH_MAX = 200;

    private final Map<String, ProjectTotal> projects = new TreeMap<>();
    private final ToldRefusals<RefusedRow> refusals = new ToldRefusals<>();
    private final List<WarnedRow> warnings = new ArrayList<>();
    private int warned;
    private int accepted;
    private int repeated;
    private int corrected;
    private int submitted;
    private long seconds;
    private long repeatedSeconds;
    private long correctedSeconds;
    private long position;

    void taken(Ready ready, Retold became) {
        var row = ready.row();
        var command = ready.command();
        switch (became) {
            case RECORDED -> {
                accepted++;
                seconds += row.seconds();
            }
            case SAME -> {
                repeated++;
                repeatedSeconds += row.seconds();
            }
            case CORRECTED, RETURNED, ASKED, PROPOSED -> {
                corrected++;
                correctedSeconds += row.seconds();
                warn(new WarnedRow(row.line(), "CORRECTED", note(ready, became)));
            }
        }
        var billable = command.timeClass().equals(TimeClasses.BILLABLE) ? row.seconds() : 0;
        projects.merge(
                row.projectId(),
                new ProjectTotal(row.projectId(), 1, row.seconds(), billable),
                (sum, one) -> new ProjectTotal(
                        sum.project(),
                        sum.entries() + one.entries(),
                        sum.seconds() + one.seconds(),
                        sum.billableSeconds() + one.billableSeconds()));
    }

    private static String note(Ready ready, Retold became) {
        var before = ready.known();
        var change = ready.command().timeEntryId() + " said "
                + (before == null ? "something else" : before.toldSeconds() + " s") + " before and "
                + ready.command().seconds() + " s now";
        return switch (became) {
            case RETURNED -> change + "; it has to be approved again";
            case ASKED -> change + "; a draft is asked to let go of it first";
            case PROPOSED -> change + "; it is billed, and a credit is proposed";
            case RECORDED, SAME, CORRECTED -> change;
        };
    }

    void reached(long written) {
        position = Math.max(position, written);
    }

    void submitted() {
        submitted++;
    }

    void warned(RowResult.Accepted row) {
        row.warnings()
                .forEach(
                        warning -> warn(new WarnedRow(row.line(), warning.kind().name(), warning.text())));
    }

    private void warn(WarnedRow row) {
        warned++;
        if (warnings.size() < ToldRefusals.FIRST_MAX) {
            warnings.add(row);
        }
    }

    void unsubmitted(TimeRow row, Refusal why) {
        warn(new WarnedRow(row.line(), "NOT_SUBMITTED", why.code() + ": " + why.reason()));
    }

    void refused(RowResult.Refused row) {
        refused(new RefusedRow(row.line(), row.column(), shortened(row.value()), CELL, row.reason(), row.remedy()));
    }

    void refused(TimeRow row, Refusal why) {
        var column = why.field() == null ? "row" : why.field();
        refused(new RefusedRow(row.line(), column, value(row, column), why.code(), why.reason(), why.hint()));
    }

    private void refused(RefusedRow row) {
        refusals.add(row.line(), row.code(), row.column(), row);
    }

    private static String value(TimeRow row, @Nullable String column) {
        var value =
                switch (column) {
                    case "project" -> row.project();
                    case "person" -> row.person().isEmpty() ? row.email() : row.person();
                    case "task" -> row.task();
                    case "client" -> row.client();
                    case "seconds" -> Integer.toString(row.seconds());
                    case "workDate" -> row.workDate().toString();
                    case "note" -> row.description();
                    case null, default -> "";
                };
        return shortened(value);
    }

    private static String shortened(String value) {
        return value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
    }

    TimeImported of(boolean dryRun, String profile, Timesheet.Totals totals) {
        var order = totals.dateOrder();
        return new TimeImported(
                dryRun,
                profile,
                totals.sha256(),
                totals.bytes(),
                order == null ? null : order.name(),
                totals.rows(),
                accepted,
                corrected,
                repeated,
                refusals.count(),
                submitted,
                seconds,
                correctedSeconds,
                repeatedSeconds,
                position,
                List.copyOf(projects.values()),
                refusals.kinds(),
                refusals.first(),
                warned,
                List.copyOf(warnings));
    }
}
