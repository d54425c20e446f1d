package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.balance;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.change;
import static io.fairlead.cases.cash.MoneySteps.item;
import static io.fairlead.cases.cash.MoneySteps.open;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static io.fairlead.cases.cash.MoneySteps.parts;
import static io.fairlead.cases.cash.MoneySteps.policy;
import static io.fairlead.cases.cash.MoneySteps.received;
import static io.fairlead.cases.cash.MoneySteps.standing;
import static io.fairlead.cases.cash.MoneySteps.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 47: money that bounces is off every invoice that it paid, with reason and day; days before stay as they were. */
@ExtendWith(CaseStack.class)
class Case47SentBackTest {

    @Test
    void everything_that_the_money_paid_is_open_again(Firm firm) {
        opened(firm, "0.19");
        var one = billed(firm, "2026-02-17", 3 * HOUR);
        var other = billed(firm, "2026-02-18", HOUR);
        var receipt = received(firm, "e1", "500.00", "2026-03-02", one, other);
        var third = billed(firm, "2026-03-10", HOUR / 2);
        assertThat(open(firm, third)).isEqualTo("35.50 posted");
        var before = daysOfSales(firm, "2026-03-15");

        change(firm, "teller", receipt, "return", "valueDate", "2026-03-20", "reason", "no funds");
        change(firm, "teller", receipt, "return", "valueDate", "2026-03-20", "reason", "no funds");

        assertThat(open(firm, one)).isEqualTo("357.00 posted");
        assertThat(open(firm, other)).isEqualTo("119.00 posted");
        assertThat(open(firm, third)).isEqualTo("59.50 posted");
        assertThat(standing(firm, receipt)).isEqualTo("500.00 0.00 0.00 0.00 sent back");
        assertThat(parts(firm, receipt))
                .containsExactly(
                        "357.00 NAMED taken back 2026-03-20 no funds",
                        "119.00 NAMED taken back 2026-03-20 no funds",
                        "24.00 OLDEST_FIRST taken back 2026-03-20 no funds");
        assertThat(balance(firm)).containsExactly("535.50", "0.00", "535.50");
        assertThat(item(firm, receipt)).isEqualTo("resolved");
        assertThat(daysOfSales(firm, "2026-03-15")).as("as of before").isEqualByComparingTo(before);
        assertThat(statement(firm))
                .containsExactly(
                        "02-17 issued 357.00",
                        "02-18 issued 119.00",
                        "03-02 on account -24.00",
                        "03-02 applied -357.00",
                        "03-02 applied -119.00",
                        "03-10 issued 59.50",
                        "03-10 on account 24.00",
                        "03-10 applied -24.00",
                        "03-20 taken back 357.00",
                        "03-20 taken back 119.00",
                        "03-20 taken back 24.00");

        received(firm, "e2", "535.50", "2026-03-25", one, other, third);
        assertThat(open(firm, one)).isEqualTo("0.00 paid");
        assertThat(open(firm, third)).isEqualTo("0.00 paid");
        assertThat(balance(firm)).containsExactly("0.00", "0.00", "0.00");
        firm.provedRight(one, other, third);
    }

    @Test
    void one_application_is_taken_back_and_goes_to_another_invoice(Firm firm) {
        opened(firm, "0.19");
        policy(firm, "application", "NONE");
        var one = billed(firm, "2026-02-17", HOUR);
        var other = billed(firm, "2026-02-18", HOUR);
        var receipt = received(firm, "e1", "119.00", "2026-03-02", one);
        var application = firm.get("/v1/receipts/" + receipt)
                .path("parts")
                .path(0)
                .path("partId")
                .asString();

        change(
                firm,
                "teller",
                receipt,
                "reversals",
                "application",
                application,
                "valueDate",
                "2026-03-03",
                "reason",
                "meant for the other");

        assertThat(open(firm, one)).isEqualTo("119.00 posted");
        assertThat(standing(firm, receipt)).isEqualTo("119.00 0.00 0.00 119.00 on account");
        assertThat(item(firm, receipt)).isEqualTo("open");

        change(firm, "teller", receipt, "applications", "id", "a2", "invoice", other, "valueDate", "2026-03-03");

        assertThat(open(firm, other)).isEqualTo("0.00 paid");
        assertThat(item(firm, receipt)).isEqualTo("resolved");
        assertThat(balance(firm)).containsExactly("119.00", "0.00", "119.00");
        firm.provedRight(one, other);
    }

    /** What is owed at the end of the day before; the numerator of days sales outstanding. */
    private static BigDecimal daysOfSales(Firm firm, String to) {
        for (var kpi : firm.get("/v1/kpis?from=2026-01-01&to=" + to + "&asOf=" + to + "&entity=" + firm.id("firm"))
                .path("items")) {
            if (kpi.path("variant").asString().equals("receivables / billings x days")) {
                return amount(kpi.path("numerator"));
            }
        }
        throw new AssertionError("no days sales outstanding");
    }
}
