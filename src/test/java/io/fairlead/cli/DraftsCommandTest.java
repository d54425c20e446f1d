package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import org.junit.jupiter.api.Test;

/** Drafts as who approves them sees them. */
class DraftsCommandTest {

    private static final String DRAFT = "{\"invoiceId\":\"invoice:x\",\"status\":\"drafted\",\"net\":\"100.00\","
            + "\"tax\":\"19.00\",\"gross\":\"119.00\",\"currency\":\"EUR\"}";

    @Test
    void drafts_are_listed_with_the_tax_and_gross_that_their_approval_would_decide() {
        try (var api = new StubApi(_ -> new Told(200, 0, "{\"items\":[" + DRAFT + "]}"))) {
            assertThat(api.run("drafts", "list", "--entity", "de").out()).contains("100.00", "19.00", "119.00");
            assertThat(api.asked.getFirst().target())
                    .isEqualTo("/v1/invoices?status=drafted&draftTax=true&legalEntity=de&limit=100");
        }
    }
}
