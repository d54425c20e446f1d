package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.open;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 51, payments: the same source and identifier there is one fact, whatever id it is told with. */
@ExtendWith(CaseStack.class)
class Case51PaymentsToldTwiceTest {

    @Test
    void money_told_again_with_another_id_is_the_same_money(Firm firm) {
        opened(firm, "0.19");
        var invoice = billed(firm, "2026-02-17", 2 * HOUR);
        var first = firm.post("/v1/payments", payment(firm, "p1", invoice, "119.00"));
        firm.settled();

        var again = firm.post("/v1/payments", payment(firm, "p2", invoice, "119.00"));
        assertThat(again.path("id").asString()).isEqualTo(first.path("id").asString());
        assertThat(firm.refusal("admin", "/v1/payments", payment(firm, "p3", invoice, "118.00")))
                .isEqualTo("Z-01");
        firm.settled();

        assertThat(open(firm, invoice)).isEqualTo("119.00 posted");
        assertThat(firm.get("/v1/receipts?sourceId=" + firm.id("e1")).path("items"))
                .hasSize(1);
        firm.provedRight(invoice);
    }

    private static Map<String, Object> payment(Firm firm, String id, String invoice, String amount) {
        return of(
                "id",
                firm.id(id),
                "source",
                "bank",
                "sourceId",
                firm.id("e1"),
                "invoice",
                invoice,
                "amount",
                amount,
                "currency",
                "EUR",
                "valueDate",
                "2026-03-01");
    }
}
