package io.fairlead.cli.work;

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

/** The commands about what stopped and needs a person. */
@Command(
        name = "work",
        description = "List and show work items; say who takes care of one, that it is cleared, or that it stays so.",
        subcommands = {
            WorkCommand.ListThem.class,
            WorkCommand.Show.class,
            WorkChange.Assign.class,
            WorkChange.Resolve.class,
            WorkChange.Waive.class
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead work list --role FINANCE_OPERATIONS --json",
            "         fairlead work resolve 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --resolution 'rate agreed and set' --minutes 5"
        })
public final class WorkCommand implements Runnable {

    static final String ID = "The work item, with or without exception: in front.";

    static final List<String> COLUMNS = List.of(
            "exceptionId",
            "code",
            "status",
            "ownerRole",
            "assignee",
            "amount",
            "currency",
            "dueAt",
            "subjectId",
            "sentence");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Lists work items. */
    @Command(
            name = "list",
            description = "Show work items that wait, most money at stake first; with a filter, by id.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead work list --code RATE_MISSING --status open --csv"})
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(names = "--status", paramLabel = "S", description = "open, assigned, resolved or waived.")
        private @Nullable String status;

        @Option(names = "--code", paramLabel = "CODE", description = "Only of this code, such as RATE_MISSING.")
        private @Nullable String code;

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                description = "Only of this owner: IT, FINANCE_OPERATIONS, PMO or SALES_OPERATIONS.")
        private @Nullable String role;

        @Option(names = "--subject", paramLabel = "ID", description = "Only about this, such as contract:ACME-2026.")
        private @Nullable String subject;

        @Option(
                names = "--limit",
                defaultValue = "100",
                paramLabel = "N",
                description = "At most as many, 1 to 1000; 100 when absent.")
        private int limit;

        @Override
        public Integer call() {
            var answer = Api.local()
                    .get("/v1/exceptions?" + Cells.given("status", status) + Cells.given("code", code)
                            + Cells.given("ownerRole", role) + Cells.given("subject", subject) + "limit=" + limit)
                    .body();
            Cells.tellMore(output, answer);
            output.print(answer, Cells.list(answer.path("items"), COLUMNS, "No work items"));
            return ExitCode.OK.code();
        }
    }

    /** Shows one work item. */
    @Command(
            name = "show",
            description = "Show a work item: what is wrong, what to do, who takes care and how it ended.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead work show 6f1c2c9e-0d5e-5d0b-9d5c-2f5a5f2b7a11 --json"})
    static final class Show implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "ID", description = ID)
        private String id = "";

        @Override
        public Integer call() {
            var item = Api.local().get(path(id)).body();
            output.print(item, Cells.fields(item));
            return ExitCode.OK.code();
        }
    }

    static String path(String id) {
        return "/v1/exceptions/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
