package io.fairlead.cases;

import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a whole stack: a dry run refuses what the command refuses, by the same code, and what it accepts changes nothing. */
@ExtendWith(CaseStack.class)
class DryRunsTest {

    private record Asked(String actor, String path, Map<String, Object> body) {}

    @Test
    void what_is_refused_is_refused_before_and_what_is_accepted_changes_nothing(Firm firm) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.19");
        firm.settled();
        var customer = "/v1/customers/" + firm.id("buyer");
        var ahead = of("from", "2026-07-01", "city", "Bremen");
        var position = firm.position();

        assertThat(firm.dryRun("admin", customer + "/changes", ahead)).isEqualTo("accepted");
        assertThat(firm.position()).as("nothing is stored").isEqualTo(position);

        var money = of(
                "source", "bank",
                "sourceId", firm.id("e1"),
                "legalEntity", firm.id("firm"),
                "customer", firm.id("buyer"),
                "amount", "100.00",
                "currency", "EUR",
                "valueDate", "2026-03-02");
        var receipt = firm.as("teller", "/v1/receipts", money).path("id").asString();
        firm.settled();
        var refund = of("valueDate", "2026-03-05", "reason", "twice");
        firm.as(
                "cfo",
                "/v1/receipts/" + receipt + "/refunds",
                of("id", "r1", "amount", "1.00", "valueDate", "2026-03-05", "reason", "twice"));
        firm.settled();
        var refused = List.of(
                new Asked("teller", "/v1/receipts/" + receipt + "/refunds", refund),
                new Asked(
                        "cfo",
                        "/v1/receipts/" + receipt + "/refunds",
                        of("valueDate", "2026-03-01", "reason", "early")),
                new Asked(
                        "cfo", "/v1/receipts/" + receipt + "/return", of("valueDate", "2026-03-05", "reason", "funds")),
                new Asked(
                        "cfo", "/v1/receipts/" + receipt + "/return", of("valueDate", "2199-01-01", "reason", "funds")),
                new Asked("admin", customer + "/merge", of("into", firm.id("buyer"), "reason", "twice")),
                new Asked("admin", customer + "/changes", of("from", "2026-07-01", "aliasesRemoved", List.of("none"))),
                new Asked(
                        "clerk",
                        "/v1/billing-runs",
                        of("legalEntity", firm.id("firm"), "cutOff", "2026-03-31", "issueDate", "1970-01-01")),
                new Asked(
                        "clerk",
                        "/v1/billing-runs",
                        of("legalEntity", firm.id("firm"), "cutOff", "2026-03-31", "issueDate", "2199-01-01")));
        var dry = new ArrayList<String>();
        var real = new ArrayList<String>();
        position = firm.position();
        for (var each : refused) {
            dry.add(firm.dryRun(each.actor(), each.path(), each.body()));
            real.add(firm.refusal(each.actor(), each.path(), each.body()));
        }
        assertThat(dry).isEqualTo(real).containsExactly("Z-05", "Z-08", "Z-06", "G-04", "P-05", "P-06", "B-23", "G-04");
        assertThat(firm.position()).isEqualTo(position);
    }
}
