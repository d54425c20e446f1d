package io.fairlead.cases;

import static io.fairlead.cases.Firm.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.Fairlead;
import io.fairlead.planted.ForgottenCommand;
import io.fairlead.testing.CommandLineRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Every command that speaks to a running stack, in each form of its output, as its users call it. */
@ExtendWith(CaseStack.class)
class CommandLinesTest {

    static final List<String> FORMS = List.of("", " --json", " --csv");

    /** Commands that start, end or measure stacks, or work on a checkout; their own tests and the demo run them. */
    private static final Set<String> ELSEWHERE = Set.of(
            "up",
            "down",
            "reset",
            "demo",
            "bench",
            "faults",
            "test",
            "format",
            "completion",
            "status",
            "sandbox",
            "help");

    private static final Set<String> IN_A_CHECKOUT =
            Set.of("schemas check", "schemas diff", "schemas impact", "schemas release");

    /** Take files: {@link CommandLinesWithFilesTest}. */
    static final Set<String> WITH_FILES =
            Set.of("import setup", "import time", "import expenses", "import opportunities", "import payments");

    @Test
    void each_runs_in_each_form_and_tells_something(Firm firm, CaseStack.Stack stack, @TempDir Path paper) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.cost("ana", "50.00", "EUR");
        var entry = firm.approvedTime("ana", "work", "2026-03-10", 1_800);
        var draft = firm.bill("2026-03-31").getFirst();
        var invoice = draft.path("invoiceId").asString().replaceFirst("^invoice:", "");
        firm.issue(invoice);
        var unbilled = firm.approvedTime("ana", "work", "2026-04-10", 3_600);
        firm.settled();

        var ran = new TreeSet<String>();
        var faults = new ArrayList<String>();
        lines(firm, paper, invoice, entry, unbilled).forEach((line, codes) -> {
            for (var form : FORMS) {
                var arguments = new ArrayList<>(List.of(line.split(" ")));
                if (!form.isEmpty()) {
                    arguments.add(form.strip());
                }
                var run = CommandLineRun.at(stack.base(), arguments.toArray(String[]::new));
                ran.add(nameOf(line) + form);
                faultOf(run, form, codes).ifPresent(fault -> faults.add(String.join(" ", arguments) + ": " + fault));
            }
        });

        assertThat(faults).isEmpty();
        assertThat(wanted(Fairlead.commandLine()))
                .as("commands that run here in each form, or are listed as running elsewhere")
                .containsExactlyInAnyOrderElementsOf(ran);
    }

    /** The check above, seen red: a command that somebody adds is wanted in each form. */
    @Test
    void a_command_that_nobody_runs_here_is_missed() {
        var commands = Fairlead.commandLine();
        commands.addSubcommand("forgotten", new ForgottenCommand());
        assertThat(wanted(commands)).contains("forgotten", "forgotten --json", "forgotten --csv");
    }

    @Test
    void rows_of_other_widths_and_what_is_no_json_are_seen() {
        assertThat(faultOf(new CommandLineRun(0, "a,b\n1,2\n\"x,y\",\"z\nz\"\n", ""), " --csv", Set.of(0)))
                .isEmpty();
        assertThat(faultOf(new CommandLineRun(0, "a,b\n1,2,3\n", ""), " --csv", Set.of(0)))
                .isPresent();
        assertThat(faultOf(new CommandLineRun(0, "a b", ""), " --json", Set.of(0)))
                .isPresent();
        assertThat(faultOf(new CommandLineRun(0, "{}", ""), " --json", Set.of(6)))
                .isPresent();
    }

    private static Set<String> wanted(CommandLine commands) {
        var wanted = new TreeSet<String>();
        namesOf("", commands).forEach(name -> FORMS.forEach(form -> wanted.add(name + form)));
        return wanted;
    }

    /** Command lines, and the exit codes that they may end with. */
    private static Map<String, Set<Integer>> lines(
            Firm firm, Path paper, String invoice, String entry, String unbilled) {
        var lines = new LinkedHashMap<String, Set<Integer>>();
        var done = Set.of(0);
        lines.put("explain invoice:" + invoice, done);
        lines.put("explain invoice:" + invoice + " --line 1", done);
        lines.put("explain time-entry:" + entry, done);
        lines.put("explain time-entry:" + unbilled, done);
        lines.put("explain contract:" + firm.id("work"), done);
        for (var kind : List.of(
                "position:work",
                "backlog:work",
                "legal-entity:firm",
                "customer:buyer",
                "person:ana",
                "project:work",
                "rate-card:standard",
                "tax-rates:firm")) {
            var name = kind.substring(kind.indexOf(':') + 1);
            lines.put("explain " + kind.replaceFirst(":.*", ":") + firm.id(name), done);
        }
        lines.put("explain position:" + firm.id("nosuch"), Set.of(6));
        lines.put("history contract:" + firm.id("work"), done);
        lines.put("history invoice:" + invoice, done);
        lines.put("invoice " + invoice + " --pdf " + paper.resolve("i.pdf"), done);
        var number = firm.get("/v1/invoices/" + invoice)
                .path("invoice")
                .path("number")
                .asString();
        lines.put("history " + number, done);
        lines.put("invoice " + number + " --pdf " + paper.resolve("n.pdf"), done);
        lines.put("drafts list --entity " + firm.id("firm"), done);
        lines.put("drafts approve " + invoice + " --dry-run", Set.of(0, 5)); // It is approved.
        var item = firm.get("/v1/exceptions")
                .path("items")
                .path(0)
                .path("exceptionId")
                .asString("exception:none");
        lines.put("work list", done);
        lines.put("work show " + item, Set.of(0, 6));
        lines.put("work assign " + item + " --to kim --dry-run", Set.of(0, 5, 6));
        lines.put("work resolve " + item + " --resolution none --dry-run", Set.of(0, 5, 6));
        lines.put("work waive " + item + " --reason none --dry-run", Set.of(0, 5, 6));
        lines.put("verify --checks I1,I2,I9", done);
        lines.put("schemas verify", done);
        lines.put("parked list", done);
        lines.put("parked retry unbilled-work", Set.of(0, 6));
        lines.put(
                "parked discard unbilled-work contract:" + firm.id("work") + " --reason none --dry-run", Set.of(0, 6));
        lines.put("deliveries list --all", done);
        lines.put("deliveries show invoice:" + invoice, done);
        lines.put("deliveries retry invoice:" + invoice, Set.of(5)); // It is posted.
        lines.put("customers show " + firm.id("buyer"), done);
        lines.put("customers change " + firm.id("buyer") + " --from 2026-07-01 --city Bremen --dry-run", done);
        lines.put(
                "customers merge " + firm.id("buyer") + " --into " + firm.id("nobody") + " --reason none --dry-run",
                Set.of(1, 2, 5)); // There is no other.
        lines.put("rebuild unbilled --dry-run", done);
        lines.put(
                "rates preview --card " + firm.id("standard") + " --owner legal-entity:" + firm.id("firm")
                        + " --rate 120.00 --currency EUR --from 2026-01-01",
                done);
        lines.put("rates list --card " + firm.id("standard"), done);
        lines.put("rates taxes --entity " + firm.id("firm"), done);
        lines.put("rates calendars", done);
        lines.put("bill --entity " + firm.id("firm") + " --cut-off 2026-04-30 --dry-run", done);
        lines.put("close " + firm.id("firm") + " 2026-03 --dry-run", done);
        lines.put("close " + firm.id("nosuch") + " 2026-03", Set.of(6));
        lines.put("close " + firm.id("nosuch") + " 2026-03 --dry-run", Set.of(6));
        lines.put("time submit --project " + firm.id("work") + " --dry-run", done);
        lines.put("time approve --project " + firm.id("work") + " --dry-run", done);
        lines.put(
                "time move " + unbilled + " --project " + firm.id("work")
                        + " --class NON_BILLABLE --reason none --dry-run",
                done);
        aboutMoney(firm, invoice).forEach(line -> lines.put(line, done));
        aboutExpenses(firm).forEach(line -> lines.put(line, done));
        return lines;
    }

    /** One receipt has paid a part of the invoice, another is on account. */
    private static List<String> aboutMoney(Firm firm, String invoice) {
        var policy = Firm.of("from", "2026-01-01", "application", "NONE");
        firm.post("/v1/legal-entities/" + firm.id("firm") + "/receivable-policy", policy);
        var applied = received(firm, "40.00", List.of(Firm.of("invoice", invoice)));
        var onAccount = received(firm, "10.00", List.of());
        firm.settled();
        var application = firm.get("/v1/receipts/" + applied)
                .path("parts")
                .path(0)
                .path("partId")
                .asString();
        return List.of(
                "receivables list --customer " + firm.id("buyer"),
                "receivables show customer:" + firm.id("buyer"),
                "receivables show " + applied,
                "receivables apply " + onAccount + " invoice:" + invoice + " --on 2026-05-02 --dry-run",
                "receivables unapply " + applied + " " + application + " --on 2026-05-02 --reason none --dry-run",
                "receivables refund " + onAccount + " --on 2026-05-02 --reason none --dry-run",
                "receivables send-back " + applied + " --on 2026-05-02 --reason none --dry-run",
                "receivables write-off invoice:" + invoice + " --reason none --dry-run",
                "receivables dispute invoice:" + invoice + " --on 2026-05-02 --reason none --dry-run",
                "receivables settle invoice:" + invoice + " --on 2026-05-02 --reason none --dry-run");
    }

    /** One that is approved. */
    private static List<String> aboutExpenses(Firm firm) {
        var expense = firm.id("taxi");
        var body = Firm.of("id", expense, "person", firm.id("ana"), "project", firm.id("work"), "category", "TAXI");
        body.putAll(Firm.of("spentOn", "2026-04-10", "amount", "50.00", "currency", "EUR"));
        firm.as(Firm.RECORDER, "/v1/expenses", body);
        firm.as(Firm.RECORDER, "/v1/expenses/" + expense + "/submission", Firm.of());
        firm.as("approver", "/v1/expenses/" + expense + "/approval", Firm.of());
        firm.settled();
        return List.of(
                "expenses list --project " + firm.id("work"),
                "expenses show " + expense,
                "expenses correct " + expense + " --amount 40.00 --reason none --dry-run",
                "expenses refund " + expense + " --amount 10.00 --on 2026-04-20 --reason none --dry-run",
                "expenses withdraw " + expense + " --reason none --dry-run",
                "expenses move " + expense + " --project " + firm.id("work") + " --reason none --dry-run");
    }

    private static String received(Firm firm, String amount, List<Map<String, Object>> invoices) {
        return firm.as(
                        "teller",
                        "/v1/receipts",
                        Firm.of(
                                "source",
                                "bank",
                                "sourceId",
                                firm.id(amount),
                                "legalEntity",
                                firm.id("firm"),
                                "customer",
                                firm.id("buyer"),
                                "amount",
                                amount,
                                "currency",
                                "EUR",
                                "valueDate",
                                "2026-05-02",
                                "invoices",
                                invoices))
                .path("id")
                .asString();
    }

    static Optional<String> faultOf(CommandLineRun run, String form, Set<Integer> codes) {
        if (!codes.contains(run.exitCode())) {
            return Optional.of("ended with " + run.exitCode() + ": " + run.errors() + run.output());
        }
        if (run.errors().contains("Exception")) {
            return Optional.of("tells of the inside: " + run.errors());
        }
        if (run.output().isBlank() && run.errors().isBlank()) {
            return Optional.of("tells nothing");
        }
        if (form.equals(" --csv") && run.exitCode() == 0 && widths(run.output()).size() > 1) {
            return Optional.of("has rows of several widths: " + run.output());
        }
        if (form.equals(" --json") && run.exitCode() == 0) {
            try {
                run.output().lines().forEach(each -> {
                    var _ = JsonMapper.shared().readTree(each);
                });
            } catch (JacksonException noJson) {
                return Optional.of("is no JSON: " + run.output());
            }
        }
        return Optional.empty();
    }

    /** How many cells the rows have; a comma or a line break within quotes is none. */
    private static Set<Long> widths(String csv) {
        var bare = csv.replaceAll("\"[^\"]*\"", "q");
        return bare.lines()
                .filter(row -> !row.isBlank())
                .map(row -> row.chars().filter(sign -> sign == ',').count())
                .collect(Collectors.toSet());
    }

    private static String nameOf(String line) {
        var words = line.split(" ");
        var group = Fairlead.commandLine().getSubcommands().get(words[0]);
        return group != null && words.length > 1 && group.getSubcommands().containsKey(words[1])
                ? words[0] + " " + words[1]
                : words[0];
    }

    private static Set<String> namesOf(String before, CommandLine commands) {
        var names = new TreeSet<String>();
        commands.getSubcommands().forEach((name, command) -> {
            var whole = before.isEmpty() ? name : before + " " + name;
            if (ELSEWHERE.contains(name) || IN_A_CHECKOUT.contains(whole) || WITH_FILES.contains(whole)) {
                return;
            }
            if (command.getSubcommands().isEmpty()) {
                names.add(whole);
            } else {
                names.addAll(namesOf(whole, command));
            }
        });
        return names;
    }
}
