package io.fairlead.demo;

import io.fairlead.demo.StoryClient.Seen;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Plays a quarter of a small company that bills in every way there is: fixed fee, milestone, time, limit, percent and so on. */
final class MethodsShow {

    private static final int MONTHS = 3;
    private static final List<String> LAST_DAYS = List.of("2026-01-31", "2026-02-28", "2026-03-31");
    private static final List<String> ISSUE_DAYS = List.of("2026-02-03", "2026-03-03", "2026-04-03");

    /** What is unbilled before each run; the amounts follow from rates, parts and deliveries of the month. */
    private static final List<BigDecimal> UNBILLED =
            List.of(new BigDecimal("2765.00"), new BigDecimal("17821.00"), new BigDecimal("2780.00"));

    private static final List<BigDecimal> RETAINER =
            List.of(new BigDecimal("5000.00"), new BigDecimal("1800.00"), BigDecimal.ZERO);

    private final StoryClient steps;
    private final MonthlyBilling billing;

    MethodsShow(StoryClient steps) {
        this.steps = steps;
        this.billing = new MonthlyBilling(steps, "methods", MethodsData.COMPANY);
    }

    void play() {
        steps.sendAll(MethodsData.masterData());
        steps.awaitViews();
        steps.sendAll(MethodsData.people());
        steps.awaitViews();
        steps.sendAll(MethodsData.costsPricesAndCustomer());
        steps.awaitViews();
        steps.sendAll(MethodsData.contracts());
        steps.awaitViews();
        steps.sendAll(MethodsData.projects());
        steps.awaitViews();
        steps.sendAll(MethodsWork.agreements());
        for (var month = 1; month <= MONTHS; month++) {
            work(month);
            bill(month);
        }
    }

    private void work(int month) {
        steps.sendAll(MethodsWork.month(month));
        for (var path : MethodsWork.toApprove(month)) {
            steps.send("show-clerk", path + "/submission", "methods/submit" + path, Map.of());
            steps.send("show-lead", path + "/approval", "methods/approve" + path, Map.of());
        }
        steps.await("prices of the methods' work", () -> {
            var unbilled = steps.readAll("/v1/views/unbilled?by=entity").stream()
                    .filter(row -> row.path("id").asString("").equals("legal-entity:" + MethodsData.COMPANY))
                    .map(row -> Billing.amount(row, "unbilled"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Seen.of(
                    unbilled.compareTo(UNBILLED.get(month - 1)) == 0 || steps.exists("/v1/billing-runs/" + run(month)),
                    "%s is unbilled, %s should be".formatted(unbilled, UNBILLED.get(month - 1)));
        });
    }

    private void bill(int month) {
        var run = run(month);
        var _ = billing.bill(run, LAST_DAYS.get(month - 1), ISSUE_DAYS.get(month - 1));
        steps.await("the retainer after " + run, () -> {
            var balance = steps.readAll("/v1/retainers?contract=show-06").stream()
                    .map(row -> Billing.amount(row, "balance"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return Seen.of(
                    balance.compareTo(RETAINER.get(month - 1)) == 0
                            || (month < MONTHS && steps.exists("/v1/billing-runs/" + run(month + 1))),
                    "%s is left, %s should be".formatted(balance, RETAINER.get(month - 1)));
        });
    }

    private static String run(int month) {
        return MethodsData.COMPANY + "-2026-0" + month;
    }
}
