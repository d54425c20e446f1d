package io.fairlead.cases;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whoever entered or did it does not approve it under another spelling of their name, nor under one that they are
 * registered with.
 */
@ExtendWith(CaseStack.class)
class SecondPersonTest {

    @Test
    void no_spelling_and_no_registered_name_is_a_second_person(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.post(
                "/v1/people",
                of(
                        "id",
                        firm.id("mara"),
                        "legalEntity",
                        firm.id("firm"),
                        "name",
                        "Mara",
                        "role",
                        "engineer",
                        "employment",
                        "EMPLOYEE",
                        "startDate",
                        "2024-01-01",
                        "aliases",
                        List.of(firm.id("M. Keller"), firm.id("toggl:7701"))));
        firm.settled();
        var entry = firm.recordedTime(
                of("person", firm.id("mara"), "project", firm.id("work"), "workDate", "2026-03-10", "seconds", 1_800));
        firm.settled();
        var approval = "/v1/time-entries/" + entry + "/approval";
        for (var actor : List.of(
                firm.id("mara"),
                firm.id("mara") + ".",
                firm.id("m-ara"),
                firm.id("MARA").toUpperCase(Locale.ROOT),
                firm.id("m.keller"),
                firm.id("mkeller"),
                firm.id("toggl-7701"),
                Firm.RECORDER + "_")) {
            assertThat(firm.refusal(actor, approval, of())).as(actor).isEqualTo("T-03");
        }
        assertThat(firm.refusal(firm.id("mara2"), approval, of())).isEqualTo("none");
    }
}
