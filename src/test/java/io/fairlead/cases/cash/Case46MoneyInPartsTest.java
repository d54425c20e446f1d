package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.balance;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.change;
import static io.fairlead.cases.cash.MoneySteps.item;
import static io.fairlead.cases.cash.MoneySteps.money;
import static io.fairlead.cases.cash.MoneySteps.open;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static io.fairlead.cases.cash.MoneySteps.parts;
import static io.fairlead.cases.cash.MoneySteps.policy;
import static io.fairlead.cases.cash.MoneySteps.received;
import static io.fairlead.cases.cash.MoneySteps.standing;
import static io.fairlead.cases.cash.MoneySteps.statement;
import static io.fairlead.cases.cash.MoneySteps.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 46: one transfer pays several invoices; its rest is on account until an invoice takes it, by hand or by policy. */
@ExtendWith(CaseStack.class)
class Case46MoneyInPartsTest {

    @Test
    void a_rest_is_on_account_and_is_applied_by_hand(Firm firm) {
        opened(firm, "0.19");
        policy(firm, "application", "NONE");
        var one = billed(firm, "2026-02-17", 3 * HOUR);
        var other = billed(firm, "2026-02-18", HOUR);

        var receipt = received(firm, "e1", "500.00", "2026-03-02", one, other);

        assertThat(open(firm, one)).isEqualTo("0.00 paid");
        assertThat(open(firm, other)).isEqualTo("0.00 paid");
        assertThat(standing(firm, receipt)).isEqualTo("500.00 476.00 0.00 24.00 applied in part");
        assertThat(item(firm, receipt)).isEqualTo("open");
        assertThat(balance(firm)).containsExactly("0.00", "24.00", "-24.00");

        var next = billed(firm, "2026-03-10", HOUR / 2);
        assertThat(open(firm, next)).isEqualTo("59.50 posted");
        var preview = firm.as(
                "teller",
                "/v1/receipts/" + receipt + "/applications/preview",
                of("invoice", next, "valueDate", "2026-03-11"));
        assertThat(told(preview.path("money").path("changes").path(0).path("open")))
                .isEqualTo("35.50");
        assertThat(open(firm, next)).as("a preview writes nothing").isEqualTo("59.50 posted");

        change(firm, "teller", receipt, "applications", "id", "a1", "invoice", next, "valueDate", "2026-03-11");
        change(firm, "teller", receipt, "applications", "id", "a1", "invoice", next, "valueDate", "2026-03-11");

        assertThat(open(firm, next)).isEqualTo("35.50 posted");
        assertThat(standing(firm, receipt)).isEqualTo("500.00 500.00 0.00 0.00 applied");
        assertThat(parts(firm, receipt))
                .containsExactly("357.00 NAMED live", "119.00 NAMED live", "24.00 BY_HAND live");
        assertThat(item(firm, receipt)).as("it closes by itself").isEqualTo("resolved");
        assertThat(balance(firm)).containsExactly("35.50", "0.00", "35.50");
        assertThat(statement(firm))
                .containsExactly(
                        "02-17 issued 357.00",
                        "02-18 issued 119.00",
                        "03-02 on account -24.00",
                        "03-02 applied -357.00",
                        "03-02 applied -119.00",
                        "03-10 issued 59.50",
                        "03-11 on account 24.00",
                        "03-11 applied -24.00");
        firm.provedRight(one, other, next);
    }

    @Test
    void by_policy_the_rest_goes_to_the_next_invoice_and_money_without_a_name_to_the_earliest_due(Firm firm) {
        opened(firm, "0.19");
        var one = billed(firm, "2026-02-17", 3 * HOUR);
        var other = billed(firm, "2026-02-18", HOUR);

        var receipt = received(firm, "e1", "500.00", "2026-03-02");
        assertThat(open(firm, one)).isEqualTo("0.00 paid");
        assertThat(open(firm, other)).isEqualTo("0.00 paid");

        var next = billed(firm, "2026-03-10", HOUR / 2);
        assertThat(open(firm, next)).isEqualTo("35.50 posted");
        assertThat(parts(firm, receipt))
                .containsExactly("357.00 OLDEST_FIRST live", "119.00 OLDEST_FIRST live", "24.00 OLDEST_FIRST live");
        assertThat(item(firm, receipt)).isEqualTo("resolved");
        firm.provedRight(one, other, next);
    }

    @Test
    void a_payment_of_more_than_its_invoice_is_applied_and_the_rest_refunded(Firm firm) {
        opened(firm, "0.19");
        var invoice = billed(firm, "2026-02-17", HOUR);
        firm.post(
                "/v1/payments",
                of(
                        "source",
                        "bank",
                        "sourceId",
                        firm.id("p1"),
                        "invoice",
                        invoice,
                        "amount",
                        "150.00",
                        "currency",
                        "EUR",
                        "valueDate",
                        "2026-03-02"));
        firm.settled();

        var receipt = firm.get("/v1/receipts?sourceId=" + firm.id("p1"))
                .path("items")
                .path(0)
                .path("receiptId")
                .asString();
        assertThat(open(firm, invoice)).isEqualTo("0.00 paid");
        assertThat(standing(firm, receipt)).isEqualTo("150.00 119.00 0.00 31.00 applied in part");

        change(firm, "cfo", receipt, "refunds", "id", "r1", "valueDate", "2026-03-05", "reason", "paid too much");

        assertThat(standing(firm, receipt)).isEqualTo("150.00 119.00 31.00 0.00 applied");
        assertThat(item(firm, receipt)).isEqualTo("resolved");
        assertThat(balance(firm)).containsExactly("0.00", "0.00", "0.00");
        assertThat(statement(firm)).contains("03-02 on account -31.00", "03-05 refunded 31.00");
        assertThat(delivery(firm, receipt)).isEqualTo("CONFIRMED");
        firm.provedRight(invoice);
    }

    @Test
    void money_of_a_payer_whom_nobody_knows_is_refunded_and_told_to_the_erp(Firm firm) {
        opened(firm, "0.19");
        var receipt = firm.as("teller", "/v1/receipts", money(firm, "e1", "119.00", "2026-03-02", null))
                .path("id")
                .asString();
        firm.settled();

        change(firm, "cfo", receipt, "refunds", "id", "r1", "valueDate", "2026-03-05", "reason", "not for us");

        assertThat(standing(firm, receipt)).isEqualTo("119.00 0.00 119.00 0.00 refunded");
        assertThat(item(firm, receipt)).isEqualTo("resolved");
        assertThat(delivery(firm, receipt)).isEqualTo("CONFIRMED");
        firm.provedRight();
    }

    private static String delivery(Firm firm, String receipt) {
        return firm.get("/v1/deliveries?subject=" + receipt)
                .path("items")
                .path(0)
                .path("state")
                .asString("none");
    }

    @Test
    void money_that_nobody_is_known_for_waits_until_somebody_is(Firm firm) {
        opened(firm, "0.19");
        var invoice = billed(firm, "2026-02-17", HOUR);
        var receipt = firm.as("teller", "/v1/receipts", money(firm, "e1", "119.00", "2026-03-02", null))
                .path("id")
                .asString();
        firm.settled();
        assertThat(standing(firm, receipt)).isEqualTo("119.00 0.00 0.00 119.00 on account");
        assertThat(item(firm, receipt)).isEqualTo("open");
        assertThat(balance(firm)).as("it is nobody's yet").containsExactly("119.00", "0.00", "119.00");

        change(firm, "teller", receipt, "customer", "legalEntity", firm.id("firm"), "customer", firm.id("buyer"));

        assertThat(open(firm, invoice)).isEqualTo("0.00 paid");
        assertThat(item(firm, receipt)).isEqualTo("resolved");
        firm.provedRight(invoice);
    }

    @Test
    void told_twice_it_is_one_and_other_content_is_refused(Firm firm) {
        opened(firm, "0.19");
        var invoice = billed(firm, "2026-02-17", HOUR);
        var told = money(firm, "e1", "119.00", "2026-03-02", firm.id("buyer"), invoice);
        var receipt = received(firm, "e1", "119.00", "2026-03-02", invoice);

        assertThat(firm.as("another", "/v1/receipts", told).path("id").asString())
                .isEqualTo(receipt);
        assertThat(firm.refusal(
                        "teller", "/v1/receipts", money(firm, "e1", "118.00", "2026-03-02", firm.id("buyer"), invoice)))
                .isEqualTo("Z-01");
        assertThat(firm.refusal(
                        "teller",
                        "/v1/receipts/" + receipt + "/refunds",
                        of("valueDate", "2026-03-05", "reason", "no")))
                .isEqualTo("Z-02");
        assertThat(standing(firm, receipt)).isEqualTo("119.00 119.00 0.00 0.00 applied");
        firm.provedRight(invoice);
    }
}
