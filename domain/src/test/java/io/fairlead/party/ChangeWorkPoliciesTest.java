package io.fairlead.party;

import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.WorkPolicies.Overlap;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.party.event.WorkPoliciesChanged;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangeWorkPoliciesTest {

    private static final WorkPolicies STRICT = new WorkPolicies(Overlap.REFUSE, true);

    private final FixtureConfiguration<LegalEntity> company = new AggregateTestFixture<>(LegalEntity.class);

    private static ChangeWorkPolicies change(WorkPolicies policies) {
        return new ChangeWorkPolicies(GMBH, policies, "a firm of two", LEAD);
    }

    private static WorkPoliciesChanged changed(String overlap, String ownWork) {
        return WorkPoliciesChanged.newBuilder()
                .setLegalEntityId(GMBH.value())
                .setOverlap(overlap)
                .setOwnWork(ownWork)
                .setReason("a firm of two")
                .setChangedBy(LEAD)
                .build();
    }

    private static LegalEntityRegistered registered() {
        return LegalEntityRegistered.newBuilder()
                .setLegalEntityId(GMBH.value())
                .setName("Firm GmbH")
                .setCountry("DE")
                .setCurrency("EUR")
                .setSellerTaxId("DE999")
                .setZone("Europe/Berlin")
                .setNumbering("FAIRLEAD")
                .setInvoiceSeries("INV")
                .setStandardRateCardId("rate-card:standard")
                .build();
    }

    @Test
    void a_company_decides_and_what_it_decided_is_on_record() {
        company.given(registered()).when(change(STRICT)).expectEvents(changed("REFUSE", "ALLOWED"));
    }

    @Test
    void what_holds_already_changes_nothing() {
        company.given(registered())
                .when(change(WorkPolicies.DEFAULT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        company.given(registered(), changed("REFUSE", "ALLOWED"))
                .when(change(STRICT))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_last_decision_counts_and_the_defaults_come_back() {
        company.given(registered(), changed("REFUSE", "ALLOWED"))
                .when(change(WorkPolicies.DEFAULT))
                .expectEvents(changed("WARN", "REFUSED"));
        assertThat(WorkPolicies.of(null, null)).isEqualTo(WorkPolicies.DEFAULT);
    }
}
