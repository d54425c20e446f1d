package io.fairlead.expense.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Streams;
import io.fairlead.app.web.Uploads;
import io.fairlead.expense.ExpenseOutlook;
import io.fairlead.expense.RetellExpense;
import io.fairlead.expense.RetellExpense.Retold;
import io.fairlead.gateway.expense.ExpenseReader;
import io.fairlead.gateway.expense.ExpenseRow;
import io.fairlead.gateway.intake.RawFile;
import io.fairlead.shared.StreamHistory;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.store.axon.CommandDoor.Answer;
import io.fairlead.store.axon.CommandDoor.Order;
import io.fairlead.store.axon.DispatchOutcome;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a file of expenses, asks each what its row means, and tells what became of it; in steps, so that memory stays small. */
@Component
class ExpenseIntake {

    private static final int ROWS_AT_ONCE = 500;

    private final CommandDoor commands;
    private final Streams streams;
    private final StreamHistory history;
    private final MasterDataReader known;
    private final ExpenseRecorder recorder;
    private final InstantSource clock;

    ExpenseIntake(
            CommandDoor commands,
            Streams streams,
            StreamHistory history,
            MasterDataReader known,
            ExpenseRecorder recorder,
            InstantSource clock) {
        this.commands = commands;
        this.streams = streams;
        this.history = history;
        this.known = known;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** How to take a file. */
    record Mode(String source, boolean dryRun, boolean submit) {}

    /** A row and the command that tells it. */
    private record Ready(ExpenseRow.Read row, RetellExpense command) {}

    ExpensesImported take(Call call, RawFile file, Mode mode) {
        var report = new ExpenseImportReport();
        var one = new OneFile(call, mode, report);
        ExpenseReader.read(file, row -> {
            switch (row) {
                case ExpenseRow.Unread unread -> report.unread(unread);
                case ExpenseRow.Read read -> one.add(read);
            }
        });
        one.send();
        return report.of(mode.dryRun(), file.sha256());
    }

    /** The rows of one file on their way. Not thread-safe. */
    private final class OneFile {

        private final Call call;
        private final Mode mode;
        private final ExpenseImportReport report;
        private final MasterDataReader.Answers answers = known.ask();
        private final Map<String, Ready> waiting = new LinkedHashMap<>();
        private final Map<String, ExpenseOutlook> outlooks = new HashMap<>();

        private OneFile(Call call, Mode mode, ExpenseImportReport report) {
            this.call = call;
            this.mode = mode;
            this.report = report;
        }

        private void add(ExpenseRow.Read row) {
            var ready = ready(row);
            if (ready == null) {
                return;
            }
            var id = ready.command().expenseId().value();
            if (waiting.containsKey(id) || waiting.size() == ROWS_AT_ONCE) {
                send(); // Rows of one expense one after the other.
            }
            waiting.put(id, ready);
        }

        /** Null where the row is told already: it is refused, or nothing is to be recorded. */
        private @Nullable Ready ready(ExpenseRow.Read row) {
            try {
                var entry = recorder.command(body(row), call, answers);
                var id = entry.expenseId();
                var reason = "edited in " + mode.source();
                var command = new RetellExpense(id, entry, mode.submit(), reason, clock.instant());
                if (!mode.dryRun()) {
                    return new Ready(row, command);
                }
                var outlook = outlooks.computeIfAbsent(id.value(), key -> new ExpenseOutlook(history.all(key)));
                report.taken(row, outlook.after(command));
            } catch (RuntimeException refusal) {
                report.refused(row, Refusal.ofOne(refusal));
            }
            return null;
        }

        private NewExpense body(ExpenseRow.Read row) {
            return new NewExpense(
                    null,
                    mode.source(),
                    row.id(),
                    row.person(),
                    row.project(),
                    row.lineNo(),
                    row.category(),
                    row.spentOn(),
                    row.amount(),
                    row.tax(),
                    row.recoverableTax(),
                    row.currency(),
                    row.billable(),
                    row.disbursement(),
                    row.receiptReference(),
                    row.receiptHash(),
                    row.note());
        }

        private void send() {
            var rows = List.copyOf(waiting.values());
            waiting.clear();
            var told = commands.dispatchAll(rows.stream()
                            .map(ready -> new Order(ready.command(), own(ready).context()))
                            .toList())
                    .iterator();
            for (var ready : rows) {
                switch (told.next()) {
                    case Answer.Accepted(var outcome) -> {
                        report.reached(outcome.lastPosition());
                        report.taken(ready.row(), became(outcome));
                    }
                    case Answer.Refused(var reason) -> report.refused(ready.row(), Refusal.ofOne(reason));
                }
            }
        }

        private static Retold became(DispatchOutcome outcome) {
            return !outcome.repeated() && outcome.result() instanceof Retold retold ? retold : Retold.SAME;
        }

        /** A key of what is said and of where it stood: back to what was said once is another correction. */
        private Call own(Ready ready) {
            var entry = ready.command().entry();
            var stood = streams.lastPosition(entry.expenseId().value());
            var what = "expense/" + entry.expenseId().value() + "@" + stood + (mode.submit() ? "/submit" : "");
            return Uploads.own(call, what, entry);
        }
    }
}
