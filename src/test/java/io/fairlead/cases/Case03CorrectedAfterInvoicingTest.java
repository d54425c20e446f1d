package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 3: eight billed hours were six: two are credited with their tax, and nothing can be billed again. */
@ExtendWith(CaseStack.class)
class Case03CorrectedAfterInvoicingTest {

    private static final int HOUR = 3_600;

    @Test
    void only_the_difference_is_credited_and_nothing_reopens(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var entry = firm.approvedTime("ana", "work", "2026-03-10", 8 * HOUR);
        var draft = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        var invoice = firm.issue(draft).path("invoice");
        assertThat(amount(invoice.path("net"))).isEqualByComparingTo("1200.00");
        assertThat(amount(invoice.path("tax"))).isEqualByComparingTo("240.00");

        firm.as(
                "recorder",
                "/v1/time-entries/" + entry + "/corrections",
                of("workDate", "2026-03-10", "seconds", 6 * HOUR, "reason", "it was six hours"));
        firm.settled();
        var before = firm.get("/v1/time-entries/" + entry);
        assertThat(before.path("proposedSeconds").asInt()).isEqualTo(6 * HOUR);
        assertThat(amount(before.path("amount"))).as("the bill stands").isEqualByComparingTo("1200.00");

        var note = firm.credit(draft, "2026-04-02", List.of(creditOf(1, 2 * HOUR, "CORRECTED")));

        assertThat(amount(note.path("creditNote").path("net"))).isEqualByComparingTo("300.00");
        assertThat(amount(note.path("creditNote").path("tax"))).isEqualByComparingTo("60.00");
        assertThat(amount(note.path("creditNote").path("gross"))).isEqualByComparingTo("360.00");
        assertThat(note.path("lines")).singleElement().satisfies(line -> {
            assertThat(line.path("sourceId").asString()).isEqualTo("time-entry:" + entry);
            assertThat(line.path("disposition").asString()).isEqualTo("CORRECTED");
        });
        var after = firm.get("/v1/time-entries/" + entry);
        assertThat(after.path("seconds").asInt()).isEqualTo(6 * HOUR);
        assertThat(amount(after.path("amount"))).isEqualByComparingTo("900.00");
        assertThat(after.path("status").asString()).isEqualTo("billed");
        assertThat(firm.get("/v1/views/unbilled?contract=" + firm.id("work")).path("items"))
                .isEmpty();
        assertThat(firm.bill("2026-04-30")).isEmpty();
    }
}
