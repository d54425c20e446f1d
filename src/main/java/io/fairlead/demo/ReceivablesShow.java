package io.fairlead.demo;

import static io.fairlead.demo.ReceivablesBank.booking;
import static io.fairlead.demo.ReceivablesBank.credit;
import static io.fairlead.demo.ReceivablesBank.statement;
import static io.fairlead.demo.ReceivablesBank.takenBack;
import static io.fairlead.demo.ReceivablesData.COMPANY;

import io.fairlead.demo.StoryClient.Seen;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays four months of a small company to whose account everything happens that happens to money, time and customers: parts, rests,
 * bounces, refunds, taxes withheld, discounts, disputes, losses, bank statements, edits, moves and a merge.
 */
final class ReceivablesShow {

    private static final List<String> LAST_DAYS = List.of("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30");
    private static final List<String> ISSUE_DAYS = List.of("2026-02-03", "2026-03-03", "2026-04-03", "2026-05-05");

    /** What each customer owes in the end. */
    private static final Map<String, BigDecimal> OWED = Map.of(
            ReceivablesData.NORTH, new BigDecimal("3250.00"),
            ReceivablesData.COAST, BigDecimal.ZERO,
            ReceivablesData.CITY, new BigDecimal("1875.00"),
            ReceivablesData.BANK, new BigDecimal("3750.00"),
            ReceivablesData.TRACKED, new BigDecimal("5000.00"),
            ReceivablesData.FOREST, new BigDecimal("3750.00"));

    private final StoryClient steps;
    private final MonthlyBilling billing;
    private final ReceivablesTime time;
    private final ReceivablesMoney money;
    private final ReceivablesBank bank;

    /** Id of the invoice of a contract in a month, such as money-01/1. */
    private final Map<String, String> invoices = new LinkedHashMap<>();

    private final Map<String, String> numbers = new LinkedHashMap<>();

    ReceivablesShow(StoryClient steps) {
        this.steps = steps;
        this.billing = new MonthlyBilling(steps, "receivables", COMPANY);
        this.time = new ReceivablesTime(steps);
        this.money = new ReceivablesMoney(steps);
        this.bank = new ReceivablesBank(steps);
    }

    void play() {
        steps.sendAll(ReceivablesData.masterData());
        steps.awaitViews();
        steps.sendAll(ReceivablesData.policyPeopleAndCustomers());
        steps.awaitViews();
        steps.sendAll(ReceivablesData.pricesAndContracts());
        steps.awaitViews();
        steps.sendAll(ReceivablesData.projects());
        steps.awaitViews();
        month(1, time::january);
        steps.send(ReceivablesData.change());
        steps.send(ReceivablesData.merge());
        month(2, time::february);
        month(3, time::march);
        month(4, time::april);
        parts();
        bounceAndRefund();
        notPaid();
        bankStatements();
        editedTime();
        OWED.forEach(this::awaitOwed);
    }

    private void month(int month, Runnable work) {
        var run = COMPANY + "-2026-0" + month;
        if (!steps.exists("/v1/billing-runs/" + run)) {
            work.run(); // What files tell anew is told in their order: not again once it is billed.
        }
        for (var invoice : billing.bill(run, LAST_DAYS.get(month - 1), ISSUE_DAYS.get(month - 1))) {
            var key = Billing.keyOf(invoice.path("contractId").asString("")) + "/" + month;
            invoices.put(key, invoice.path("invoiceId").asString(""));
            numbers.put(key, invoice.path("number").asString(""));
        }
    }

    private String invoice(String contract, int month) {
        var id = invoices.get(contract + "/" + month);
        if (id == null) {
            throw new IllegalStateException(
                    "no invoice of " + contract + " in month " + month + "; there are " + invoices.keySet());
        }
        return Billing.keyOf(id);
    }

    /** A transfer for two invoices with a rest, which a later one takes; and money that was set against the wrong one. */
    private void parts() {
        var first = money.received(
                "N1",
                ReceivablesData.NORTH,
                "13500.00",
                "2026-03-16",
                2,
                invoice("money-01", 1),
                invoice("money-01", 2));
        money.awaitTold("PAYMENT_NOT_APPLIED", first);
        money.apply(first, "rest", invoice("money-01", 3), "2026-04-07", 3);
        var wrong = money.received("N2", ReceivablesData.NORTH, "250.00", "2026-05-11", 1, invoice("money-01", 3));
        money.unapply(wrong, "2026-05-12", "it was for April");
        money.awaitTold("PAYMENT_NOT_APPLIED", wrong);
        money.apply(wrong, "right", invoice("money-01", 4), "2026-05-12", 2);
        // Written to the one that went, paid by the one that lives on.
        money.received("N3", ReceivablesData.NORTH, "3000.00", "2026-03-18", 1, invoice("money-07", 1));
    }

    /** Money that bounces and comes again less a tax, which is certified; and an invoice that is paid twice. */
    private void bounceAndRefund() {
        var bounced = money.received("C1", ReceivablesData.COAST, "5000.00", "2026-03-05", 1, invoice("money-02", 1));
        money.sendBack(bounced, "2026-03-20", "no funds", null);
        steps.awaitViews();
        var again = money.received("C2", ReceivablesData.COAST, "4250.00", "2026-04-02", 1, invoice("money-02", 1));
        money.withheld(invoice("money-02", 1), again, "750.00", "2026-04-02");
        money.received("C3", ReceivablesData.COAST, "2500.00", "2026-03-25", 1, invoice("money-02", 2));
        var twice = money.received("C4", ReceivablesData.COAST, "2500.00", "2026-03-26", 0, invoice("money-02", 2));
        money.awaitTold("PAYMENT_NOT_APPLIED", twice);
        money.refund(twice, "2026-03-30", "paid twice");
    }

    /** A rest of some öre, a cash discount, a dispute, and a loss. */
    private void notPaid() {
        money.received("Y1", ReceivablesData.CITY, "2499.60", "2026-03-02", 1, invoice("money-03", 1));
        money.received("Y2", ReceivablesData.CITY, "4900.00", "2026-03-10", 1, invoice("money-03", 2));
        money.disputed(invoice("money-03", 3), "2026-04-10", "2026-04-24");
        money.lost(invoice("money-03", 4), "625.00", "2026-06-29");
    }

    /** Money that names its invoice, money that only may be an invoice's, interest; then a debit that nobody knows. */
    private void bankStatements() {
        var number = numbers.getOrDefault("money-04/1", "");
        var april = statement(
                "SE01-2026-04",
                "2026-04-20",
                "9385.00",
                List.of(
                        credit("2026-04-20", "7500.00", "E2E-SE-1", "Bruket Handel AB", number),
                        credit("2026-04-20", "1875.00", "E2E-SE-2", "Bruket Handel AB", "with thanks"),
                        credit("2026-04-20", "10.00", "E2E-SE-3", "Bank", "interest")));
        bank.take(april);
        bank.takeProposed(april);
        interestOfNobody().forEach(interest -> money.sendBack(interest, "2026-04-30", "no interest was due", null));
        var back = money.received("B1", ReceivablesData.BANK, "3750.00", "2026-04-22", 1, invoice("money-04", 3));
        var booking = booking("SE01-2026-05", 1);
        bank.take(statement(
                "SE01-2026-05", "2026-05-04", "-3750.00", List.of(takenBack("2026-05-04", "3750.00", "E2E-SE-9"))));
        steps.await(
                "the debit that nobody knows",
                () -> Seen.of(money.raised("RETURN_NOT_MATCHED") > 0, "nobody was told of " + booking));
        money.sendBack(back, "2026-05-04", "the payer's bank recalled it", booking);
    }

    /** What the bank itself paid; empty when this was played before. Other money is of nobody until a process knows whose. */
    private List<String> interestOfNobody() {
        return steps.readSettled("/v1/receivables?legalEntity=" + ReceivablesData.COMPANY)
                .path("ofNobody")
                .valueStream()
                .filter(receipt -> receipt.path("payer").asString("").equals("Bank"))
                .map(receipt -> receipt.path("receiptId").asString())
                .toList();
    }

    /** A row of a tracker that is shorter by now, of an invoice that is paid: a credit, and money that goes back. */
    private void editedTime() {
        money.received("T1", ReceivablesData.TRACKED, "2500.00", "2026-03-05", 1, invoice("money-05", 1));
        time.edited();
        money.creditedAndPaidOut(invoice("money-05", 1), 1_800);
    }

    private void awaitOwed(String customer, BigDecimal expected) {
        steps.await("what " + customer + " owes", () -> {
            var owed = steps.readSettled("/v1/receivables?customer=" + customer)
                    .path("items")
                    .valueStream()
                    .map(item -> Billing.amount(item, "open"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Seen.of(owed.compareTo(expected) == 0, "%s is open, %s should be".formatted(owed, expected));
        });
    }
}
