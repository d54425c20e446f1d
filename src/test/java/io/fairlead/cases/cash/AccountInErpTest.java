package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.balance;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.change;
import static io.fairlead.cases.cash.MoneySteps.money;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static io.fairlead.cases.cash.MoneySteps.policy;
import static io.fairlead.cases.cash.MoneySteps.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.ErpBooks;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ERP's account of a customer is what we say that it owes, whatever moved it; each movement is told it once. */
@ExtendWith(CaseStack.class)
class AccountInErpTest {

    @Test
    void money_bounces_refunds_and_rests_are_in_the_erps_books_to_the_cent(Firm firm, CaseStack.Stack stack) {
        opened(firm, "0.20");
        policy(
                firm,
                "application",
                "NONE",
                "smallRest",
                "0.05",
                "currency",
                "EUR",
                "discountRate",
                "0.02",
                "discountDays",
                10);
        var one = billed(firm, "2026-02-17", 3 * HOUR);
        var other = billed(firm, "2026-02-18", HOUR);
        var erp = new ErpBooks(stack, firm);
        assertThat(erp.owes("buyer")).isEqualTo("480.00");

        var receipt = received(firm, "e1", "400.00", "2026-03-12", one);
        assertThat(erp.owes("buyer")).isEqualTo("80.00");
        change(firm, "cfo", receipt, "refunds", "id", "r1", "valueDate", "2026-03-13", "reason", "too much");
        assertThat(erp.owes("buyer")).isEqualTo("120.00");
        var bounced = received(firm, "e2", "119.97", "2026-03-14", other);
        assertThat(erp.owes("buyer")).as("3 cents are a small rest").isEqualTo("0.00");
        change(firm, "teller", bounced, "return", "valueDate", "2026-03-20", "reason", "no funds");
        assertThat(erp.owes("buyer")).as("which comes back with its money").isEqualTo("120.00");
        received(firm, "e3", "100.00", "2026-03-21", other);
        var third = billed(firm, "2026-03-22", 10 * HOUR);
        received(firm, "e4", "1176.00", "2026-03-30", third);
        assertThat(erp.owes("buyer")).as("2 % are a discount in time").isEqualTo("20.00");
        assertThat(balance(firm)).containsExactly("20.00", "0.00", "20.00");
        assertThat(bookings(firm, bounced)).containsExactlyInAnyOrder("CONFIRMED", "CONFIRMED");
        assertThat(lastBalance(firm)).isEqualTo("20.00");
        firm.provedRight(one, other, third);
    }

    @Test
    void money_of_nobody_is_on_nobodys_account_until_it_is_known_whose_it_is(Firm firm, CaseStack.Stack stack) {
        opened(firm, "0.20");
        var invoice = billed(firm, "2026-02-17", HOUR);
        var erp = new ErpBooks(stack, firm);
        var receipt = firm.as("teller", "/v1/receipts", money(firm, "e1", "120.00", "2026-03-02", null))
                .path("id")
                .asString();
        firm.settled();
        assertThat(List.of(erp.owes("buyer"), erp.owes(null))).containsExactly("120.00", "-120.00");

        change(firm, "teller", receipt, "customer", "legalEntity", firm.id("firm"), "customer", firm.id("buyer"));

        assertThat(List.of(erp.owes("buyer"), erp.owes(null))).containsExactly("0.00", "0.00");
        firm.provedRight(invoice);
    }

    @Test
    void losses_and_what_is_withheld_lower_it_and_a_merge_moves_it(Firm firm, CaseStack.Stack stack) {
        opened(firm, "0.20");
        var _ = firm.customer("other", "EUR");
        var invoice = billed(firm, "2026-02-17", HOUR);
        var withheld = of(
                "id",
                firm.id("w1"),
                "kind",
                "WITHHOLDING",
                "amount",
                "18.00",
                "valueDate",
                "2026-03-02",
                "reason",
                "tax on services, 15 %");
        firm.as("teller", "/v1/invoices/" + invoice + "/deductions", withheld);
        firm.as(
                "teller",
                "/v1/invoices/" + invoice + "/bad-debts",
                of("id", firm.id("b1"), "amount", "60.00", "reason", "insolvent"));
        firm.as(
                "cfo",
                "/v1/invoices/" + invoice + "/bad-debts/" + firm.id("b1") + "/approval",
                of("valueDate", "2026-06-30"));
        firm.settled();
        var erp = new ErpBooks(stack, firm);
        assertThat(erp.owes("buyer")).isEqualTo("42.00");

        firm.post(
                "/v1/customers/" + firm.id("buyer") + "/merge",
                of("into", firm.id("other"), "reason", "registered twice"));
        firm.settled();

        assertThat(List.of(erp.owes("buyer"), erp.owes("other"))).containsExactly("0.00", "42.00");
        firm.provedRight(invoice);
    }

    /** States of what the ERP was told about money. */
    private static List<String> bookings(Firm firm, String receipt) {
        return firm.get("/v1/deliveries?subject=" + receipt)
                .path("items")
                .valueStream()
                .map(each -> each.path("state").asString())
                .toList();
    }

    private static String lastBalance(Firm firm) {
        var last = firm.get("/v1/receivables/statement?customer=" + firm.id("buyer"))
                .path("lines")
                .valueStream()
                .toList()
                .getLast();
        assertThat(last.path("reference").asString("")).contains("-2026-");
        return MoneySteps.told(last.path("balance"));
    }
}
