package io.fairlead.cases.customers;

import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 51, of deals: what a system tells of one of its deals is one contract, whatever ids it comes under. */
@ExtendWith(CaseStack.class)
class Case51DealToldTwiceTest {

    @Test
    void the_same_deal_under_another_id_becomes_no_second_contract(Firm firm) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
        firm.post("/v1/opportunities", deal(firm, "one", "500.00"));
        firm.settled();
        firm.post("/v1/opportunities", deal(firm, "one", "500.00"));
        firm.post("/v1/opportunities", deal(firm, "a-twin", "500.00"));
        firm.post("/v1/opportunities", deal(firm, "other", "900.00"));
        firm.settled();

        assertThat(firm.get("/v1/contracts?customer=" + firm.id("buyer")).path("items"))
                .singleElement()
                .satisfies(contract ->
                        assertThat(contract.path("contractId").asString()).isEqualTo("contract:" + firm.id("one")));
        assertThat(status(firm, "a-twin")).isEqualTo("rejected");
        assertThat(status(firm, "other")).isEqualTo("rejected");
        assertThat(firm.get("/v1/deals/" + firm.id("other")).toString()).contains("with other content");
        assertThat(status(firm, "one")).isNotEqualTo("rejected");
    }

    private static String status(Firm firm, String deal) {
        var shown = firm.get("/v1/deals/" + firm.id(deal));
        return (shown.has("deal") ? shown.path("deal") : shown).path("status").asString();
    }

    private static Map<String, Object> deal(Firm firm, String name, String amount) {
        return of(
                "id",
                firm.id(name),
                "source",
                "salesforce",
                "sourceId",
                firm.id("006"),
                "name",
                "Won",
                "account",
                firm.id("buyer"),
                "amount",
                amount,
                "currency",
                "EUR",
                "closeDate",
                "2026-03-01",
                "billingMethod",
                "TIME_AND_MATERIALS",
                "taxCategory",
                "S");
    }
}
