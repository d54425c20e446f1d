package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.balance;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.deductions;
import static io.fairlead.cases.cash.MoneySteps.open;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static io.fairlead.cases.cash.MoneySteps.policy;
import static io.fairlead.cases.cash.MoneySteps.received;
import static io.fairlead.cases.cash.MoneySteps.statement;
import static io.fairlead.cases.cash.MoneySteps.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 50: what is contested is not asked for and stands apart; what is lost is written off by a second person. */
@ExtendWith(CaseStack.class)
class Case50DisputeAndLossTest {

    @Test
    void a_disputed_invoice_is_out_of_dunning_and_takes_no_money_by_itself(Firm firm) {
        opened(firm, "0.20");
        var contested = billed(firm, "2026-02-17", HOUR);
        var other = billed(firm, "2026-02-18", HOUR);
        assertThat(dunning(firm, "2026-05-01")).containsExactly("120.00 OVERDUE", "120.00 OVERDUE");
        assertThat(dunning(firm, "2026-02-20")).containsExactly("120.00 DUE", "120.00 DUE");

        firm.as("teller", "/v1/invoices/" + contested + "/dispute", since("2026-03-01", "hours of 17 February"));
        firm.settled();

        assertThat(dunning(firm, "2026-05-01")).containsExactly("120.00 DISPUTED", "120.00 OVERDUE");
        assertThat(told(MoneySteps.receivables(firm).path("balances").path(0).path("disputed")))
                .isEqualTo("120.00");
        received(firm, "e1", "120.00", "2026-03-02");
        assertThat(open(firm, contested)).isEqualTo("120.00 posted");
        assertThat(open(firm, other)).isEqualTo("0.00 paid");

        firm.as(
                "teller",
                "/v1/invoices/" + contested + "/dispute/settlement",
                since("2026-03-20", "the hours were right"));
        firm.settled();
        assertThat(dunning(firm, "2026-05-01")).containsExactly("120.00 OVERDUE");
        firm.provedRight(contested, other);
    }

    @Test
    void a_loss_is_written_off_by_a_second_person_and_lowers_the_tax(Firm firm) {
        opened(firm, "0.20");
        var invoice = billed(firm, "2026-02-17", HOUR);
        var badDebt = of("id", firm.id("b1"), "amount", "60.00", "reason", "insolvent");
        firm.as("teller", "/v1/invoices/" + invoice + "/bad-debts", badDebt);
        firm.settled();
        assertThat(deductions(firm, invoice)).containsExactly("BAD_DEBT 60.00 proposed");
        assertThat(open(firm, invoice)).isEqualTo("120.00 posted");

        var approval = "/v1/invoices/" + invoice + "/bad-debts/" + firm.id("b1") + "/approval";
        assertThat(firm.refusal("teller", approval, of("valueDate", "2026-06-30")))
                .isEqualTo("B-19");
        firm.as("cfo", approval, of("valueDate", "2026-06-30"));
        firm.as("cfo", approval, of("valueDate", "2026-06-30"));
        firm.settled();

        assertThat(open(firm, invoice)).isEqualTo("60.00 posted");
        assertThat(deductions(firm, invoice)).containsExactly("BAD_DEBT 60.00 50.00 10.00 taken");
        assertThat(balance(firm)).containsExactly("60.00", "0.00", "60.00");
        assertThat(statement(firm)).containsExactly("02-17 issued 120.00", "06-30 written off -60.00");
        firm.provedRight(invoice);
    }

    @Test
    void where_the_policy_says_so_the_tax_of_a_loss_stays(Firm firm) {
        opened(firm, "0.20");
        policy(firm, "application", "NONE", "badDebtTax", "KEPT");
        var invoice = billed(firm, "2026-02-17", HOUR);
        firm.as("teller", "/v1/invoices/" + invoice + "/bad-debts", of("id", firm.id("b1"), "reason", "insolvent"));
        firm.as(
                "cfo",
                "/v1/invoices/" + invoice + "/bad-debts/" + firm.id("b1") + "/approval",
                of("valueDate", "2026-06-30"));
        firm.settled();

        assertThat(open(firm, invoice)).isEqualTo("0.00 written off");
        assertThat(deductions(firm, invoice)).containsExactly("BAD_DEBT 120.00 120.00 0.00 taken");
        firm.provedRight(invoice);
    }

    private static Map<String, Object> since(String day, String reason) {
        return of("valueDate", day, "reason", reason);
    }

    private static List<String> dunning(Firm firm, String on) {
        return firm.get("/v1/receivables?on=" + on + "&customer=" + firm.id("buyer"))
                .path("items")
                .valueStream()
                .map(item ->
                        told(item.path("open")) + " " + item.path("dunning").asString())
                .toList();
    }
}
