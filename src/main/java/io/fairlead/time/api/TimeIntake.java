package io.fairlead.time.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Streams;
import io.fairlead.app.web.Uploads;
import io.fairlead.gateway.intake.RawFile;
import io.fairlead.gateway.timesheet.Mapping;
import io.fairlead.gateway.timesheet.Profile;
import io.fairlead.gateway.timesheet.RowResult;
import io.fairlead.gateway.timesheet.TimeRow;
import io.fairlead.gateway.timesheet.TimesheetReader;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.CommandDoor.Order;
import io.fairlead.store.axon.DispatchOutcome;
import io.fairlead.time.RecordTime;
import io.fairlead.time.SubmitTime;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads a time export, makes each row a command and tells what became of it; in steps, so that memory stays small. */
@Component
class TimeIntake {

    private static final int ROWS_AT_ONCE = 1_000;

    private final CommandDoor commands;
    private final Streams streams;
    private final MasterDataReader known;
    private final InstantSource clock;

    TimeIntake(CommandDoor commands, Streams streams, MasterDataReader known, InstantSource clock) {
        this.commands = commands;
        this.streams = streams;
        this.known = known;
        this.clock = clock;
    }

    /** How to take a file. */
    record Mode(boolean dryRun, boolean submit) {}

    /** A row and its entries: one, or one for each day. */
    private record Ready(TimeRow row, List<RecordTime> entries) {

        RecordTime command() {
            return entries.getFirst();
        }
    }

    TimeImported take(Call call, RawFile file, Profile profile, Mapping mapping, Mode mode) {
        var report = new TimeImportReport();
        var rows = new RowCommands(known.ask(), call.actor());
        var waiting = new ArrayList<Ready>(ROWS_AT_ONCE);
        var totals = TimesheetReader.read(file, profile, mapping, result -> {
            switch (result) {
                case RowResult.Refused refused -> report.refused(refused);
                case RowResult.Accepted accepted -> {
                    report.warned(accepted);
                    try {
                        waiting.add(new Ready(accepted.row(), rows.commands(accepted.row())));
                    } catch (RuntimeException refusal) {
                        report.refused(accepted.row(), Refusal.ofOne(refusal));
                    }
                }
            }
            if (waiting.size() == ROWS_AT_ONCE) {
                send(call, List.copyOf(waiting), mode, report);
                waiting.clear();
            }
        });
        send(call, waiting, mode, report);
        return report.of(mode.dryRun(), profile.name(), totals);
    }

    private void send(Call call, List<Ready> waiting, Mode mode, TimeImportReport report) {
        if (mode.dryRun()) {
            waiting.forEach(ready -> report.taken(
                    ready.row(),
                    ready.command(),
                    streams.lastPosition(ready.command().timeEntryId().value()) > 0));
            return;
        }
        var answers = commands.dispatchAll(waiting.stream()
                        .flatMap(ready -> ready.entries().stream())
                        .map(entry -> new Order(
                                entry,
                                Uploads.own(call, "time/" + entry.sourceId(), entry)
                                        .context()))
                        .toList())
                .iterator();
        var taken = new ArrayList<Ready>(waiting.size());
        for (var index = 0; index < waiting.size(); index++) {
            var ready = waiting.get(index);
            switch (joined(answers, ready.entries().size())) {
                case CommandDoor.Answer.Accepted(var outcome) -> {
                    // Position 0: the entry is known and says the same.
                    report.taken(ready.row(), ready.command(), outcome.repeated() || outcome.lastPosition() == 0);
                    report.reached(outcome.lastPosition());
                    taken.add(ready);
                }
                case CommandDoor.Answer.Refused(var reason) -> report.refused(ready.row(), Refusal.ofOne(reason));
            }
        }
        if (mode.submit()) {
            submit(call, taken, report);
        }
    }

    /** A row is refused with any of its entries, and known before only when all of them are. */
    private static CommandDoor.Answer joined(Iterator<CommandDoor.Answer> answers, int count) {
        var joined = answers.next();
        for (int i = 1; i < count; i++) {
            var next = answers.next();
            if (joined instanceof CommandDoor.Answer.Accepted(var one)
                    && next instanceof CommandDoor.Answer.Accepted(var other)) {
                joined = new CommandDoor.Answer.Accepted(new DispatchOutcome(
                        one.repeated() && other.repeated(),
                        one.firstPosition(),
                        Math.max(one.lastPosition(), other.lastPosition()),
                        null));
            } else if (next instanceof CommandDoor.Answer.Refused) {
                joined = next;
            }
        }
        return joined;
    }

    private void submit(Call call, List<Ready> taken, TimeImportReport report) {
        var now = clock.instant();
        var answers = commands.dispatchAll(taken.stream()
                        .flatMap(ready -> ready.entries().stream())
                        .map(entry -> new Order(
                                new SubmitTime(entry.timeEntryId(), call.actor(), now),
                                Uploads.own(call, "submit/" + entry.sourceId(), entry)
                                        .context()))
                        .toList())
                .iterator();
        for (var index = 0; index < taken.size(); index++) {
            switch (joined(answers, taken.get(index).entries().size())) {
                case CommandDoor.Answer.Accepted(var outcome) -> {
                    if (!outcome.repeated() && outcome.lastPosition() > 0) {
                        report.submitted();
                        report.reached(outcome.lastPosition());
                    }
                }
                case CommandDoor.Answer.Refused(var reason) ->
                    report.unsubmitted(taken.get(index).row(), Refusal.ofOne(reason));
            }
        }
    }
}
