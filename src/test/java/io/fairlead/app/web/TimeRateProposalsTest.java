package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.fairlead.time.view.TimeRateProposalQuery;
import io.fairlead.time.view.TimeRateProposalQuery.Filter;
import io.fairlead.time.view.TimeRateProposalQuery.RateProposal;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TimeRateProposalsTest extends HttpTest {

    private static final RateProposal PROPOSAL = new RateProposal(
            "time-entry:e1",
            "person:ada",
            "project:p1",
            "contract:k1",
            "customer:acme",
            "legal-entity:DE01",
            LocalDate.of(2026, 3, 2),
            28_800,
            new BigDecimal("100.0000"),
            "EUR",
            "as promised",
            "idp|lead",
            OffsetDateTime.parse("2026-03-02T12:00:00Z"),
            "open",
            null,
            null);

    @Autowired
    TimeRateProposalQuery query;

    @Test
    void those_that_wait_are_shown_unless_others_are_asked_for() {
        when(query.list(new Filter(null, null, "open", null), null, 100))
                .thenReturn(new Page<>(List.of(PROPOSAL), null));
        when(query.list(new Filter("project:p1", "person:ada", "accepted", "legal-entity:DE01"), null, 5))
                .thenReturn(new Page<>(List.of(), null));

        var open = get("/v1/time-rate-proposals");
        assertThat(open.status()).isEqualTo(200);
        var item = open.json().path("items").path(0);
        assertThat(item.path("timeEntryId").asString()).isEqualTo("time-entry:e1");
        assertThat(item.path("rate").asString()).isEqualTo("100.00");
        assertThat(item.path("proposedBy").asString()).isEqualTo("idp|lead");
        assertThat(item.has("approvedBy")).as("what is not known is left out").isFalse();
        var accepted = get("/v1/time-rate-proposals?project=p1&person=ada&status=accepted&legalEntity=DE01&limit=5");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().path("items").size()).isZero();
    }

    @Test
    void pages_link_to_the_next() {
        var open = new Filter(null, null, "open", null);
        when(query.list(open, null, 1)).thenReturn(new Page<>(List.of(PROPOSAL), "time-entry:e1"));
        when(query.list(open, "time-entry:e1", 1)).thenReturn(new Page<>(List.of(), null));

        var link = get("/v1/time-rate-proposals?limit=1").header("Link");
        assertThat(link).endsWith(">; rel=\"next\"");
        assertThat(get(link.substring(1, link.indexOf('>'))).header("Link")).isEmpty();
    }

    @Test
    void parameters_out_of_form_are_refused() {
        assertProblem(get("/v1/time-rate-proposals?limit=0"), 400, "PARAMETER_INVALID");
        assertProblem(get("/v1/time-rate-proposals?project=a%20b"), 422, "G-01");
    }
}
