package io.fairlead.cli;

import io.fairlead.cli.option.Within;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Bills a company's unbilled work up to a day, from the run to what the ERP posted. */
@Command(
        name = "bill",
        description =
                "Start a billing run, wait for its drafts, approve them if asked, wait until the ERP posted them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Nothing unbilled up to the cut-off date: no run is started, and it ends with 0.",
            "Ends with 1 when an approval or a posting was refused, with 7 when it is not done within --wait.",
            "Example: fairlead bill --entity de --cut-off 2026-05-31 --dry-run",
            "Example: fairlead bill --entity de --cut-off 2026-05-31 --as clerk --approve-as lead"
        })
final class Bill implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Option(names = "--entity", required = true, paramLabel = "E", description = "The company that bills.")
    private String entity = "";

    @Option(
            names = "--cut-off",
            required = true,
            paramLabel = "DATE",
            description = "Last service date taken, such as 2026-05-31.")
    private LocalDate cutOff = LocalDate.EPOCH;

    @Option(
            names = "--issue-date",
            paramLabel = "DATE",
            description = "Issue date wished for; today in the company's zone when absent.")
    private @Nullable LocalDate issueDate;

    @Option(
            names = "--approve-as",
            paramLabel = "ACTOR",
            description = "Approve the drafts as this actor; neither the preparer nor an author of a line.")
    private @Nullable String approver;

    @Option(
            names = "--accept-issue-date",
            paramLabel = "DATE",
            description = "Approve also where a later number of the series moves the day of issue to this one (N-02).")
    private @Nullable LocalDate accepted;

    @Option(names = "--dry-run", description = "Show what is unbilled up to the date, by contract; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "600",
            converter = Within.Day.class,
            description = "How long to wait for drafts and postings; ${DEFAULT-VALUE} when absent.")
    private long waitSeconds;

    @Override
    public Integer call() {
        var api = acting.api(output);
        var billing = new BillingCalls(api, output, Duration.ofSeconds(waitSeconds));
        billing.awaitPrices(entity);
        var unbilled = billing.unbilled(entity, cutOff);
        if (unbilled.isEmpty()) {
            billing.requireCompany(
                    entity); // Nothing is billed for one that is mistyped, and that must not look like success.
        }
        if (dryRun) {
            billing.rehearse(body());
        }
        if (dryRun || unbilled.isEmpty()) {
            printUnbilled(unbilled);
            return ExitCode.OK.code();
        }
        var run = billing.start(body());
        var drafts = billing.awaitDrafts(run);
        var lacking = billing.lackingSigns(drafts);
        var refusals = new ArrayList<Map<String, String>>();
        var invoices = drafts;
        if (approver != null) {
            billing.approve(api.as(approver), drafts, accepted, refusals);
            invoices = billing.awaitPostings(run, refusals);
        }
        for (var invoice : invoices) {
            if (invoice.path("status").asString("").equals("refused")) {
                refusals.add(BillingCalls.refusal(
                        invoice, "POSTING_REFUSED", invoice.path("refusal").asString("")));
            }
        }
        print(run, approver == null ? billing.taxed(run) : invoices, refusals, lacking);
        return (refusals.isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("legalEntity", entity);
        body.put("cutOff", cutOff.toString());
        if (issueDate != null) {
            body.put("issueDate", issueDate.toString());
        }
        return body;
    }

    private void printUnbilled(List<Map<String, String>> unbilled) {
        var document = new LinkedHashMap<String, Object>();
        document.put("dryRun", dryRun);
        document.put("legalEntity", entity);
        document.put("cutOff", cutOff.toString());
        document.put("unbilled", unbilled);
        document.put("invoices", List.of());
        output.print(
                document,
                new Table(
                        unbilled.isEmpty()
                                ? "Nothing is unbilled up to " + cutOff
                                : "Unbilled up to " + cutOff + "; nothing was changed",
                        List.of("contract", "currency", "unbilled", "on drafts"),
                        unbilled.stream().map(row -> List.copyOf(row.values())).toList()));
    }

    private void print(
            String run,
            List<JsonNode> invoices,
            List<Map<String, String>> refusals,
            List<Map<String, String>> lacking) {
        var document = new LinkedHashMap<String, Object>();
        document.put("billingRun", run);
        document.put("invoices", invoices);
        document.put("refusals", refusals);
        document.put("lackingSigns", lacking);
        var fields = new String[] {
            "number",
            "status",
            "contractId",
            "customerId",
            "currency",
            "net",
            "tax",
            "gross",
            "erpDocument",
            "invoiceId"
        };
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                "Invoices of " + run,
                List.of(fields),
                invoices.stream().map(invoice -> Cells.of(invoice, fields)).toList()));
        var untaxed = invoices.stream()
                .filter(invoice -> invoice.has("taxRefused"))
                .map(invoice -> Stream.concat(
                                Stream.of(invoice.path("invoiceId").asString("")),
                                Cells.of(invoice.path("taxRefused"), "code", "reason", "remedy").stream())
                        .toList())
                .toList();
        if (!untaxed.isEmpty()) {
            tables.add(new Table("Without tax", List.of("invoice", "code", "reason", "remedy"), untaxed));
        }
        if (!refusals.isEmpty()) {
            tables.add(new Table(
                    "Refused",
                    List.of("invoice", "code", "reason"),
                    refusals.stream().map(row -> List.copyOf(row.values())).toList()));
        }
        if (!lacking.isEmpty()) {
            tables.add(new Table(
                    "Characters that the PDF cannot draw: change the text, or name a typeface of them (FAIRLEAD_FONTS)",
                    List.of("invoice", "characters"),
                    lacking.stream().map(row -> List.copyOf(row.values())).toList()));
        }
        output.print(document, tables.toArray(Table[]::new));
    }
}
