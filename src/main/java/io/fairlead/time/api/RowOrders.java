package io.fairlead.time.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Uploads;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.CommandDoor.Answer;
import io.fairlead.store.axon.CommandDoor.Order;
import io.fairlead.time.RecordTime;
import io.fairlead.time.RetellTime;
import io.fairlead.time.RetellTime.Retold;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.api.TimeIntake.Ready;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends what the rows of one file say and tells what became of it. */
final class RowOrders {

    private static final String REJECTED = "rejected";

    private final CommandDoor commands;
    private final Call call;
    private final InstantSource clock;
    private final TimeImportReport report;

    RowOrders(CommandDoor commands, Call call, InstantSource clock, TimeImportReport report) {
        this.commands = commands;
        this.call = call;
        this.clock = clock;
        this.report = report;
    }

    /** @param submit offers the entries for approval as well, but for those that were rejected and are as they were */
    void send(List<Ready> rows, boolean submit) {
        var now = clock.instant();
        var answers = commands.dispatchAll(rows.stream()
                        .flatMap(ready -> ready.entries().stream()
                                .map(entry -> new Order(
                                        new RetellTime(entry, false, now),
                                        own("time/", entry, ready).context())))
                        .toList())
                .iterator();
        var offered = new ArrayList<Ready>(rows.size());
        for (var ready : rows) {
            var became = Retold.SAME;
            Answer.@Nullable Refused refused = null;
            for (int i = 0; i < ready.entries().size(); i++) {
                switch (answers.next()) {
                    case Answer.Accepted(var outcome) -> {
                        became = more(became, told(outcome.repeated(), outcome.result(), outcome.lastPosition()));
                        report.reached(outcome.lastPosition());
                    }
                    case Answer.Refused no -> refused = no;
                }
            }
            if (refused != null) {
                report.refused(ready.row(), Refusal.ofOne(refused.reason()));
                continue;
            }
            report.taken(ready, became);
            var before = ready.known();
            if (before == null || !before.status().equals(REJECTED) || became != Retold.SAME) {
                offered.add(ready);
            }
        }
        if (submit) {
            submit(offered);
        }
    }

    private static Retold told(boolean repeated, @Nullable Object result, long position) {
        if (repeated) {
            return Retold.SAME;
        }
        return result instanceof Retold retold ? retold : position > 0 ? Retold.RECORDED : Retold.SAME;
    }

    /** Of the days of one row, what people have to know most. */
    private static Retold more(Retold one, Retold other) {
        if (one == Retold.SAME || other == Retold.SAME) {
            return one == Retold.SAME ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** A key of what is said and of what stood before: back to what was said once is another correction. */
    private Call own(String what, RecordTime entry, Ready ready) {
        var before = ready.known();
        return Uploads.own(call, what + entry.sourceId() + (before == null ? "" : "@" + before.position()), entry);
    }

    private void submit(List<Ready> rows) {
        var now = clock.instant();
        var answers = commands.dispatchAll(rows.stream()
                        .flatMap(ready -> ready.entries().stream()
                                .map(entry -> new Order(
                                        new SubmitTime(entry.timeEntryId(), call.actor(), now),
                                        own("submit/", entry, ready).context())))
                        .toList())
                .iterator();
        for (var ready : rows) {
            tellSubmitted(ready, answers);
        }
    }

    private void tellSubmitted(Ready ready, Iterator<Answer> answers) {
        boolean submitted = false;
        Answer.@Nullable Refused refused = null;
        for (int i = 0; i < ready.entries().size(); i++) {
            switch (answers.next()) {
                case Answer.Accepted(var outcome) -> {
                    submitted |= !outcome.repeated() && outcome.lastPosition() > 0;
                    report.reached(outcome.lastPosition());
                }
                case Answer.Refused no -> refused = no;
            }
        }
        if (refused != null) {
            report.unsubmitted(ready.row(), Refusal.ofOne(refused.reason()));
        } else if (submitted) {
            report.submitted();
        }
    }
}
