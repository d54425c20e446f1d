package io.fairlead.demo;

import io.fairlead.demo.StoryClient.Seen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Bills the sample firm month by month: runs by one person, decisions on drafts by another. */
final class Billing {

    private static final List<YearMonth> MONTHS = List.of(1, 2, 3, 4, 5).stream()
            .map(month -> YearMonth.of(2026, month))
            .toList();
    private static final YearMonth DISCARDS = YearMonth.of(2026, 3);
    private static final YearMonth LEFT_OPEN = YearMonth.of(2026, 5);
    private static final Set<String> SETTLED = Set.of("posted", "paid", "discarded");

    private final StoryClient steps;
    private final SampleFirm firm;

    Billing(StoryClient steps, SampleFirm firm) {
        this.steps = steps;
        this.firm = firm;
    }

    static int runs() {
        return MONTHS.size() * Company.ALL.size();
    }

    /** Whether an earlier playing came as far as its first run. */
    static boolean hasBegun(StoryClient steps) {
        return Company.ALL.stream()
                .anyMatch(company -> steps.exists("/v1/billing-runs/" + company.code() + "-" + MONTHS.getFirst()));
    }

    /** All months of all companies; each company's in turn. */
    void run(Runnable progress) {
        steps.together(Company.ALL.stream()
                .map(company -> (Callable<Object>) () -> {
                    for (var month : MONTHS) {
                        bill(company, month);
                        progress.run();
                    }
                    return company;
                })
                .toList());
    }

    private void bill(Company company, YearMonth month) {
        var run = company.code() + "-" + month;
        steps.send(
                "billing-clerk",
                "/v1/billing-runs",
                "run/" + run,
                RequestFields.of(
                        "id", run,
                        "legalEntity", company.code(),
                        "cutOff", month.atEndOfMonth().toString(),
                        "issueDate", issueDate(month).toString()));
        steps.await(
                "billing run " + run,
                () -> Seen.of(
                        steps.read("/v1/billing-runs/" + run)
                                .path("status")
                                .asString("")
                                .equals("completed"),
                        "it is not completed"));
        var invoices = steps.readAll("/v1/invoices?billingRun=" + run);
        steps.together(invoices.stream()
                .map(invoice -> (Callable<Object>) () -> {
                    decide(month, invoice);
                    return run;
                })
                .toList());
        awaitReleased(
                company,
                month,
                invoices.stream()
                        .map(Billing::contractOf)
                        .filter(contract -> isDiscarded(month, contract))
                        .toList());
    }

    private void decide(YearMonth month, JsonNode invoice) {
        var id = keyOf(invoice.path("invoiceId").asString(""));
        var contract = contractOf(invoice);
        if (isDiscarded(month, contract)) {
            steps.send(
                    "controller",
                    "/v1/invoices/" + id + "/discard",
                    "discard/" + id,
                    Map.of("reason", "the customer asked for one invoice with April"));
        } else if (!month.equals(LEFT_OPEN) || place(contract) % 5 != 2) {
            steps.send("controller", "/v1/invoices/" + id + "/approval", "approve/" + id, Map.of());
        }
    }

    private static boolean isDiscarded(YearMonth month, String contract) {
        return month.equals(DISCARDS) && place(contract) % 7 == 1;
    }

    private static String contractOf(JsonNode invoice) {
        return keyOf(invoice.path("contractId").asString(""));
    }

    /** What a discarded draft held must be unbilled again before the next run; unless that run has been already. */
    private void awaitReleased(Company company, YearMonth month, List<String> contracts) {
        if (contracts.isEmpty() || steps.exists("/v1/billing-runs/" + company.code() + "-" + month.plusMonths(1))) {
            return;
        }
        for (var contract : contracts) {
            steps.await("the discarded draft of " + contract, () -> {
                var drafted = steps.readAll("/v1/views/unbilled?by=contract&contract=" + contract).stream()
                        .map(row -> amount(row, "drafted"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                return Seen.of(drafted.signum() == 0, drafted + " is still on it");
            });
        }
    }

    /** Waits until the ERP has posted all that was approved and every line is settled. */
    void awaitPosted() {
        steps.await("postings in the ERP", () -> {
            var invoices = steps.readAll("/v1/invoices");
            var waiting = invoices.stream()
                    .map(invoice -> invoice.path("status").asString(""))
                    .filter(status -> !SETTLED.contains(status) && !status.equals("drafted"))
                    .collect(Collectors.groupingBy(status -> status, java.util.TreeMap::new, Collectors.counting()));
            return Seen.of(waiting.isEmpty(), "invoices not posted yet: " + waiting);
        });
        steps.await("the settlement of invoice lines", () -> {
            var onDrafts = steps.readAll("/v1/invoices?status=drafted").stream()
                    .map(invoice -> amount(invoice, "net"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var drafted = steps.readAll("/v1/views/unbilled?by=entity").stream()
                    .map(row -> amount(row, "drafted"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Seen.of(
                    onDrafts.compareTo(drafted) == 0,
                    "unbilled shows %s as drafted, the drafts hold %s".formatted(drafted, onDrafts));
        });
    }

    /** Money that customers pay, told to the ERP as its bank would. */
    void pay(StoryClient bank, Runnable progress) {
        var posted = steps.readAll("/v1/invoices").stream()
                .filter(Billing::isPaidByStory)
                .filter(invoice ->
                        Set.of("posted", "paid").contains(invoice.path("status").asString("")))
                .toList();
        bank.together(posted.stream()
                .map(invoice -> (Callable<Object>) () -> {
                    payOne(bank, invoice);
                    progress.run();
                    return invoice;
                })
                .toList());
        steps.await("payments read back from the ERP", () -> {
            var open = steps.readAll("/v1/invoices").stream()
                    .filter(Billing::isPaidByStory)
                    .filter(invoice -> expectedOpen(invoice).compareTo(amount(invoice, "open")) != 0)
                    .filter(invoice -> SETTLED.contains(invoice.path("status").asString(""))
                            && !invoice.path("status").asString("").equals("discarded"))
                    .count();
            return Seen.of(open == 0, open + " invoices have not got their payment");
        });
    }

    /** What is owed to the company that shows receivables is paid there. */
    private static boolean isPaidByStory(JsonNode invoice) {
        return !invoice.path("legalEntityId").asString("").equals("legal-entity:" + ReceivablesData.COMPANY);
    }

    private void payOne(StoryClient bank, JsonNode invoice) {
        var paid = amount(invoice, "payable").subtract(expectedOpen(invoice));
        if (paid.signum() > 0) {
            var id = invoice.path("invoiceId").asString("");
            bank.send(
                    "bank",
                    "/payments",
                    "pay/" + id,
                    RequestFields.of(
                            "externalRef", "sample-payment-" + keyOf(id),
                            "invoice", id,
                            "amount", paid.toPlainString(),
                            "currency", invoice.path("currency").asString(""),
                            "valueDate",
                                    LocalDate.parse(invoice.path("issueDate").asString(""))
                                            .plusDays(21)
                                            .toString()));
        }
    }

    /** Early invoices are mostly paid, late ones not yet. */
    private BigDecimal expectedOpen(JsonNode invoice) {
        var due = amount(invoice, "payable");
        var issued = invoice.path("issueDate").asString("");
        var contract = contractOf(invoice);
        var dice = firm.chance("payment/" + contract + "/" + issued).nextInt(100);
        var late = issued.compareTo("2026-05-01") >= 0;
        if (dice < (late ? 20 : 65)) {
            return BigDecimal.ZERO;
        }
        return dice < (late ? 30 : 80) ? due.subtract(due.divide(BigDecimal.TWO, 2, RoundingMode.DOWN)) : due;
    }

    private static LocalDate issueDate(YearMonth month) {
        return month.plusMonths(1).atDay(3);
    }

    private static int place(String contract) {
        return Integer.parseInt(contract.substring(contract.lastIndexOf('-') + 1));
    }

    static String keyOf(String id) {
        return id.substring(id.indexOf(':') + 1);
    }

    static BigDecimal amount(JsonNode row, String field) {
        var text = row.path(field).asString("");
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }
}
