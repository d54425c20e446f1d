package io.fairlead.cli.expense;

import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about money spent for projects. */
@Command(
        name = "expenses",
        description = "List and show expenses; correct, move, refund or withdraw one.",
        subcommands = {
            ExpensesCommand.ListThem.class,
            ExpensesCommand.Show.class,
            CorrectCommand.class,
            MoveCommand.class,
            RefundCommand.class,
            WithdrawCommand.class
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead expenses list --project portal --status billed --json",
            "         fairlead expenses refund 6f1c2c9e --amount 119.00 --tax 19.00 --on 2026-04-30 --reason 'one night'"
                    + " --dry-run"
        })
public final class ExpensesCommand implements Runnable {

    static final String ID = "The expense, with or without expense: in front.";

    private static final List<String> COLUMNS = List.of(
            "expenseId",
            "personId",
            "projectId",
            "category",
            "spentOn",
            "amount",
            "currency",
            "status",
            "cost",
            "billedPrice",
            "contractCurrency",
            "refundedAmount",
            "proposedCredit");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Lists expenses. */
    @Command(
            name = "list",
            description = "Show expenses, by id.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead expenses list --person amy --status priced --json"})
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(names = "--project", paramLabel = "P", description = "Only for this one.")
        private @Nullable String project;

        @Option(names = "--person", paramLabel = "P", description = "Only what this person spent.")
        private @Nullable String person;

        @Option(names = "--status", paramLabel = "S", description = "Only with this status, such as priced or billed.")
        private @Nullable String status;

        @Option(
                names = "--limit",
                defaultValue = "100",
                paramLabel = "N",
                description = "At most as many, 1 to 1000; 100 when absent.")
        private int limit;

        @Override
        public Integer call() {
            var answer = Api.local()
                    .get("/v1/expenses?" + Cells.given("project", project) + Cells.given("person", person)
                            + Cells.given("status", status) + "limit=" + limit)
                    .body();
            Cells.tellMore(output, answer);
            output.print(answer, Cells.list(answer.path("items"), COLUMNS, "No expenses"));
            return ExitCode.OK.code();
        }
    }

    /** Shows one expense. */
    @Command(
            name = "show",
            description = "Show an expense, what it costs and what the customer pays.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead expenses show 6f1c2c9e --json"})
    static final class Show implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Override
        public Integer call() {
            var expense = Api.local().get(path(id)).body();
            output.print(expense, Cells.fields(expense));
            return ExitCode.OK.code();
        }
    }

    static String path(String id) {
        return "/v1/expenses/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
