package io.fairlead.time.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Streams;
import io.fairlead.app.web.Views;
import io.fairlead.gateway.intake.RawFile;
import io.fairlead.gateway.timesheet.Mapping;
import io.fairlead.gateway.timesheet.Profile;
import io.fairlead.gateway.timesheet.RowResult;
import io.fairlead.gateway.timesheet.TimeRow;
import io.fairlead.gateway.timesheet.Timesheet;
import io.fairlead.gateway.timesheet.TimesheetReader;
import io.fairlead.shared.RuleViolated;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.time.RecordTime;
import io.fairlead.time.RetellTime.Retold;
import io.fairlead.time.view.ToldTimeQuery;
import io.fairlead.time.view.ToldTimeQuery.Told;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a time export, finds which entry each row is and tells what became of it; in steps, so that memory stays small. Rows that
 * were edited since they were imported come last, when all others have their entries.
 */
@Component
class TimeIntake {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandDoor commands;
    private final Streams streams;
    private final MasterDataReader known;
    private final ToldTimeQuery told;
    private final Views views;
    private final OverlapGuard overlaps;
    private final InstantSource clock;

    TimeIntake(
            CommandDoor commands,
            Streams streams,
            MasterDataReader known,
            ToldTimeQuery told,
            Views views,
            OverlapGuard overlaps,
            InstantSource clock) {
        this.commands = commands;
        this.streams = streams;
        this.known = known;
        this.told = told;
        this.views = views;
        this.overlaps = overlaps;
        this.clock = clock;
    }

    /** How to take a file. */
    record Mode(boolean dryRun, boolean submit) {}

    /**
     * A row and its entries: one, or one for each day.
     *
     * @param known the first of them as it stands; null when it is new
     */
    record Ready(
            TimeRow row, List<RecordTime> entries, @Nullable Told known) {

        RecordTime command() {
            return entries.getFirst();
        }
    }

    TimeImported take(Call call, RawFile file, Profile profile, Mapping mapping, Mode mode) {
        views.awaitHead(PATIENCE); // What is not seen yet would be taken for new.
        var report = new TimeImportReport();
        var one = new OneFile(call, profile, mode, report);
        var totals = TimesheetReader.read(file, profile, mapping, result -> {
            switch (result) {
                case RowResult.Refused refused -> report.refused(refused);
                case RowResult.Accepted accepted -> {
                    report.warned(accepted);
                    one.add(accepted.row());
                }
            }
        });
        return one.finished(totals);
    }

    /** The rows of one file on their way. Not thread-safe. */
    private final class OneFile {

        private final TimeImportReport report;
        private final RowCommands rows;
        private final KnownRows entries;
        private final OverlapGuard.Asked let;
        private final RowOrders orders;
        private final Mode mode;
        private final String profile;
        private final List<TimeRow> waiting = new ArrayList<>(ROWS_AT_ONCE);
        private final List<TimeRow> edited = new ArrayList<>();

        private OneFile(Call call, Profile profile, Mode mode, TimeImportReport report) {
            this.report = report;
            this.mode = mode;
            this.profile = profile.name();
            var answers = known.ask();
            this.rows = new RowCommands(answers, call.actor());
            this.let = overlaps.asked(answers);
            this.entries = new KnownRows(told, profile.name());
            this.orders = new RowOrders(commands, call, clock, report);
        }

        private void add(TimeRow row) {
            waiting.add(row);
            if (waiting.size() == ROWS_AT_ONCE) {
                send(waiting, false);
                waiting.clear();
            }
        }

        private TimeImported finished(Timesheet.Totals totals) {
            send(waiting, false);
            for (int from = 0; from < edited.size(); from += ROWS_AT_ONCE) {
                send(edited.subList(from, Math.min(edited.size(), from + ROWS_AT_ONCE)), true);
            }
            return report.of(mode.dryRun(), profile, totals);
        }

        /** @param last whether a row may be an entry that says something else */
        private void send(List<TimeRow> part, boolean last) {
            var said = new ArrayList<Ready>(part.size());
            for (var row : part) {
                attempt(row, () -> said.add(new Ready(row, List.of(rows.said(row)), null)));
            }
            var candidates = entries.candidates(
                    said.stream().map(Ready::row).toList(),
                    said.stream().map(Ready::command).toList());
            var ready = new ArrayList<Ready>(said.size());
            for (var each : said) {
                attempt(each.row(), () -> {
                    var of = candidates.of(each.row(), each.command());
                    var same = last ? null : candidates.same(of, each.command());
                    if (of.isEmpty()) {
                        ready.add(as(each.row(), entries.next(each.row()), null, candidates::asKnown));
                    } else if (same != null) {
                        ready.add(as(each.row(), same, candidates));
                    } else if (last) {
                        ready.add(as(each.row(), candidates.take(of.getFirst()), candidates));
                    } else {
                        edited.add(each.row());
                    }
                });
            }
            if (mode.dryRun()) {
                ready.forEach(this::tell);
            } else {
                orders.send(ready, mode.submit());
            }
        }

        private Ready as(TimeRow row, Told told, KnownRows.Candidates candidates) {
            var ready = as(row, KnownRows.Identity.of(told), told, candidates::asKnown);
            if (ready.entries().size() <= candidates.furtherDays(told)) {
                throw new RuleViolated(
                        "DAYS_DIFFER",
                        "seconds",
                        "it was recorded for more days than it has now",
                        "correct " + told.timeEntryId() + " and its further days by hand");
            }
            return ready;
        }

        private Ready as(
                TimeRow row, KnownRows.Identity identity, @Nullable Told told, UnaryOperator<RecordTime> asKnown) {
            var said = rows.commands(row, identity).stream().map(asKnown).toList();
            // What is no more than it was has been let in before, whatever the company says by now.
            boolean isMore = told == null || said.size() > 1 || said.getFirst().seconds() > told.toldSeconds();
            return new Ready(row, isMore ? let.passed(said) : said, told);
        }

        private void attempt(TimeRow row, Runnable step) {
            try {
                step.run();
            } catch (RuntimeException refusal) {
                report.refused(row, Refusal.ofOne(refusal));
            }
        }

        /** What would become of a row. */
        private void tell(Ready ready) {
            var before = ready.known();
            if (before == null) {
                var stands = streams.lastPosition(ready.command().timeEntryId().value()) > 0;
                report.taken(ready, stands ? Retold.SAME : Retold.RECORDED);
            } else {
                var same = before.toldSeconds() == ready.command().seconds();
                report.taken(ready, same ? Retold.SAME : Retold.CORRECTED);
            }
        }
    }
}
