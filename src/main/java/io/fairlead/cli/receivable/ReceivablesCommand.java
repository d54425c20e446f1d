package io.fairlead.cli.receivable;

import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The commands about what customers owe, what they paid, and what of that is on account. */
@Command(
        name = "receivables",
        description =
                "List open items and money on account, show where money went, and apply, take back or refund it; note disputes.",
        subcommands = {
            ReceivablesCommand.ListThem.class,
            ReceivablesCommand.Show.class,
            MoneyChange.Apply.class,
            MoneyChange.Unapply.class,
            MoneyChange.Refund.class,
            MoneyChange.SendBack.class,
            WriteOff.class,
            Dispute.Contest.class,
            Dispute.Settle.class
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead receivables list --customer acme --json",
            "         fairlead receivables show customer:acme",
            "         fairlead receivables apply receipt:<key> de-2026-000017 --on 2026-03-11 --dry-run"
        })
public final class ReceivablesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Shows what is open, either way, and the balances. */
    @Command(
            name = "list",
            description =
                    "Show what customers owe, what is owed to them or on account, below 0, and money of nobody yet.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead receivables list --customer acme --json"})
    static final class ListThem implements Callable<Integer> {

        /** How an invoice stands on a day. */
        enum Dunning {
            DUE,
            OVERDUE,
            DISPUTED
        }

        private static final List<String> OPEN =
                List.of("dueDate", "customerId", "number", "gross", "open", "currency", "disputedSince", "documentId");
        private static final List<String> OPEN_ON_A_DAY =
                List.of("dueDate", "dunning", "customerId", "number", "gross", "open", "currency", "documentId");

        @Mixin
        private final Output output = new Output();

        @Option(names = "--customer", paramLabel = "C", description = "Only this one.")
        private @Nullable String customer;

        @Option(names = "--legal-entity", paramLabel = "E", description = "Only of this company.")
        private @Nullable String legalEntity;

        @Option(
                names = "--on",
                paramLabel = "DATE",
                description = "Tell what is DUE, OVERDUE or DISPUTED on that day, as reminders need it.")
        private @Nullable LocalDate on;

        @Option(
                names = "--dunning",
                paramLabel = "STATE",
                description = "Only what is DUE, OVERDUE or DISPUTED on the day of --on.")
        private @Nullable Dunning dunning;

        @Override
        public Integer call() {
            if (dunning != null && on == null) {
                output.say("give --on: the state is that of a day");
                return ExitCode.USAGE.code();
            }
            requireKnown("customers", customer);
            requireKnown("legal-entities", legalEntity);
            var answer = Api.local()
                    .get("/v1/receivables?" + Cells.given("customer", customer)
                            + Cells.given("legalEntity", legalEntity)
                            + Cells.given("on", on == null ? null : on.toString()))
                    .body();
            keepOnly(answer.path("items"));
            var tables = new ArrayList<Table>();
            Cells.add(tables, "Open items", answer.path("items"), on == null ? OPEN : OPEN_ON_A_DAY);
            Cells.add(
                    tables,
                    "By customer",
                    answer.path("balances"),
                    List.of("customerId", "legalEntityId", "owed", "owedToCustomer", "balance", "currency"));
            Cells.add(
                    tables,
                    "Money of which nobody knows whose it is",
                    answer.path("ofNobody"),
                    List.of("valueDate", "receiptId", "payer", "text", "leftAmount", "currency"));
            if (tables.isEmpty()) {
                tables.add(new Table("Nothing is open", List.of("items"), List.of()));
            }
            output.print(answer, tables.toArray(Table[]::new));
            return ExitCode.OK.code();
        }

        /** Balances are told all the same. */
        private void keepOnly(JsonNode items) {
            var wanted = dunning;
            if (wanted != null && items instanceof ArrayNode all) {
                all.removeIf(item -> !item.path("dunning").asString("").equals(wanted.name()));
            }
        }
    }

    /** Shows money with its parts, or the statement of a customer's account. */
    @Command(
            name = "show",
            description = "Show money with what became of each part, or a customer's statement of account.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead receivables show receipt:<key>",
                "         fairlead receivables show customer:acme --csv"
            })
    static final class Show implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Parameters(paramLabel = "ID", description = "receipt:<key>, or customer:<code> for its statement of account.")
        private String id = "";

        @Override
        public Integer call() {
            var tables = new ArrayList<Table>();
            if (id.startsWith("customer:")) {
                requireKnown("customers", id);
                var statement = Api.local()
                        .get("/v1/receivables/statement?" + Cells.given("customer", id))
                        .body();
                Cells.add(
                        tables,
                        "Statement of account",
                        statement.path("lines"),
                        List.of(
                                "on",
                                "kind",
                                "reference",
                                "amount",
                                "balance",
                                "currency",
                                "legalEntityId",
                                "documentId"));
                Cells.add(
                        tables,
                        "Balance",
                        statement.path("balances"),
                        List.of("legalEntityId", "owed", "owedToCustomer", "balance", "currency"));
                if (tables.isEmpty()) {
                    tables.add(new Table("Nothing happened on the account", List.of("lines"), List.of()));
                }
                output.print(statement, tables.toArray(Table[]::new));
                return ExitCode.OK.code();
            }
            var money = Api.local().get("/v1/receipts/" + escaped(id)).body();
            var head = new String[] {
                "receiptId",
                "customerId",
                "valueDate",
                "receivedAmount",
                "appliedAmount",
                "refundedAmount",
                "leftAmount",
                "currency",
                "status"
            };
            tables.add(new Table("", List.of(head), List.of(Cells.of(money.path("receipt"), head))));
            Cells.add(
                    tables,
                    "Parts",
                    money.path("parts"),
                    List.of(
                            "partId",
                            "kind",
                            "invoiceId",
                            "amount",
                            "valueDate",
                            "how",
                            "status",
                            "undoneOn",
                            "reason"));
            output.print(money, tables.toArray(Table[]::new));
            return ExitCode.OK.code();
        }
    }

    /** Ends with not found for one that nobody registered: an empty account is another answer. */
    private static void requireKnown(String kind, @Nullable String id) {
        if (id != null) {
            var _ = Api.local().get("/v1/" + kind + "/" + escaped(id));
        }
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
