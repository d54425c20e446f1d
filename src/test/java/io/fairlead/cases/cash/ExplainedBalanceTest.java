package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.cash.MoneySteps.HOUR;
import static io.fairlead.cases.cash.MoneySteps.billed;
import static io.fairlead.cases.cash.MoneySteps.opened;
import static io.fairlead.cases.cash.MoneySteps.policy;
import static io.fairlead.cases.cash.MoneySteps.received;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a customer owes is explained as the documents and the money that sum to it. */
@ExtendWith(CaseStack.class)
class ExplainedBalanceTest {

    @Test
    void what_is_owed_is_documents_less_money_down_to_events(Firm firm) {
        opened(firm, "0.19");
        policy(firm, "application", "NONE");
        var one = billed(firm, "2026-02-17", 3 * HOUR);
        firm.settled();
        var before = firm.get("/v1/invoices/" + one)
                .path("invoice")
                .path("invoiceId")
                .asString();
        received(firm, "e1", "500.00", "2026-03-02", one);

        var told = firm.get("/v1/explanations/balance:" + firm.id("buyer"));

        assertThat(told.path("differences")).isEmpty();
        var owed = told.path("because").path("parts").path(0);
        assertThat(owed.path("what").asString()).startsWith("owed to legal-entity:" + firm.id("firm"));
        assertThat(amount(owed.path("amount"))).isEqualByComparingTo("-143.00");
        assertThat(owed.path("parts").findValuesAsString("what"))
                .contains("issued " + before + " of 2026-02-17", "applied " + before + " of 2026-03-02");
        assertThat(owed.path("parts").valueStream())
                .allMatch(part ->
                        !part.path("source").path("eventId").asString("").isEmpty());
        assertThat(owed.path("parts").findValuesAsString("type")).contains("InvoiceIssued", "PaymentApplied");
    }

    @Test
    void a_customer_is_found_however_its_kind_is_written_and_nothing_of_before(Firm firm) {
        opened(firm, "0.19");
        var _ = billed(firm, "2026-02-17", HOUR);
        firm.settled();

        for (var id : List.of("balance:%s", "Balance:%s", "%%20balance:%s%%20")) {
            assertThat(balance(firm, id)).as(id).isEqualTo("119.00");
        }
        assertThat(firm.get("/v1/explanations/Customer:" + firm.id("buyer")).path("id"))
                .hasToString("\"customer:" + firm.id("buyer") + "\"");
        assertThat(firm.get("/v1/history/Customer:" + firm.id("buyer")).path("events"))
                .isNotEmpty();
        assertThat(firm.refusedDownload("/v1/explanations/balance:" + firm.id("nobody")))
                .contains("NOT_FOUND");
        assertThat(firm.refusedDownload("/v1/explanations/balance:" + firm.id("buyer") + "?as-of=" + Instant.EPOCH))
                .contains("NOT_FOUND");
    }

    private static String balance(Firm firm, String id) {
        JsonNode told = firm.get("/v1/explanations/" + id.formatted(firm.id("buyer")));
        assertThat(told.path("differences")).isEmpty();
        return told.path("because").path("parts").path(0).path("amount").asString();
    }
}
