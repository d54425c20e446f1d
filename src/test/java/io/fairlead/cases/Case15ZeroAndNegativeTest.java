package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 15: approved time is corrected downwards to nothing at most, and never below. */
@ExtendWith(CaseStack.class)
class Case15ZeroAndNegativeTest {

    private static final int HOUR = 3_600;

    @Test
    void unbilled_time_follows_its_corrections_down_to_nothing(Firm firm) {
        var entry = eightHoursAt150(firm);
        var path = "/v1/time-entries/" + entry;

        firm.as("recorder", path + "/adjustments", of("secondsDelta", -5 * HOUR, "reason", "a break"));
        firm.settled();
        assertThat(firm.get(path).path("seconds").asInt()).isEqualTo(3 * HOUR);
        assertThat(amount(firm.get(path).path("amount"))).isEqualByComparingTo("450.00");

        assertThat(firm.refusal("recorder", path + "/adjustments", of("secondsDelta", -4 * HOUR, "reason", "too much")))
                .isEqualTo("T-11");

        firm.as(
                "recorder",
                path + "/corrections",
                of("workDate", "2026-03-10", "seconds", 0, "reason", "it was another project"));
        firm.settled();
        assertThat(amount(firm.get(path).path("amount"))).isEqualByComparingTo("0.00");
        assertThat(firm.bill("2026-03-31")).as("its line is suppressed").isEmpty();
    }

    @Test
    void less_than_nothing_without_an_entry_is_refused(Firm firm) {
        var _ = eightHoursAt150(firm);

        assertThat(firm.refusal(
                        "recorder",
                        "/v1/time-entries",
                        of(
                                "person",
                                firm.id("ana"),
                                "project",
                                firm.id("work"),
                                "workDate",
                                "2026-03-11",
                                "seconds",
                                -HOUR)))
                .isEqualTo("T-01");
        assertThat(firm.refusal(
                        "recorder",
                        "/v1/time-entries/" + firm.id("nothing") + "/adjustments",
                        of("secondsDelta", -HOUR, "reason", "of what?")))
                .isNotEqualTo("none");
    }

    @Test
    void billed_time_set_to_nothing_is_a_proposed_credit_of_all_of_it(Firm firm) {
        var entry = eightHoursAt150(firm);
        var path = "/v1/time-entries/" + entry;
        var invoice = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        firm.issue(invoice);

        firm.as(
                "recorder",
                path + "/corrections",
                of("workDate", "2026-03-10", "seconds", 0, "reason", "it was another project"));
        firm.settled();

        assertThat(firm.get(path).path("proposedSeconds").asInt(-1)).isZero();
        assertThat(amount(firm.get(path).path("amount"))).isEqualByComparingTo("1200.00");
        assertThat(firm.get("/v1/exceptions?code=BILLED_TIME_CORRECTED&subject=time-entry:" + entry)
                        .path("items"))
                .singleElement()
                .satisfies(item -> assertThat(amount(item.path("amount"))).isEqualByComparingTo("1200.00"));

        var note = firm.credit(invoice, "2026-04-02", List.of(creditOf(1, null, "CORRECTED")));
        assertThat(amount(note.path("creditNote").path("net"))).isEqualByComparingTo("1200.00");
        assertThat(amount(note.path("creditNote").path("tax"))).isEqualByComparingTo("240.00");
        assertThat(amount(firm.get(path).path("amount"))).isEqualByComparingTo("0.00");
        assertThat(firm.bill("2026-04-30")).as("nothing reopens").isEmpty();
    }

    private static String eightHoursAt150(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var entry = firm.approvedTime("ana", "work", "2026-03-10", 8 * HOUR);
        firm.settled();
        return entry;
    }
}
