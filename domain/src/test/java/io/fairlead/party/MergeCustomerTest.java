package io.fairlead.party;

import static io.fairlead.party.PartyExamples.registered;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.fairlead.party.CustomerChangePreview.Difference;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.testing.KnownHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergeCustomerTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final CustomerId BOLT = CustomerId.of("bolt");
    private static final CustomerId CORE = CustomerId.of("core");

    private final FixtureConfiguration<Customer> customer = PartyExamples.customers();

    @Test
    void a_customer_is_merged_into_another_that_lives() {
        customer.given(registered("Acme AG", "S")).when(merge(BOLT, BOLT)).expectEvents(merged("customer:bolt"));
    }

    @Test
    void the_same_merge_again_changes_nothing_also_when_the_other_was_merged_since() {
        customer.given(registered("Acme AG", "S"), merged("customer:bolt"))
                .when(merge(BOLT, CORE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_look_before_takes_the_same_merge_again_and_no_other() {
        var living = new LivingCustomers(
                new KnownHistory().with(ACME.value(), registered("Acme AG", "S"), merged("customer:bolt")));

        assertThatCode(() -> living.requireMergeable(merge(BOLT, BOLT))).doesNotThrowAnyException();
        assertThatCode(() -> living.requireMergeable(merge(BOLT, CORE))).doesNotThrowAnyException();
        assertRefused("P-04", "id", () -> living.requireMergeable(merge(CORE, CORE)));
    }

    @Test
    void what_two_that_are_one_rarely_differ_in_is_told() {
        var goes = registered("Acme AG", "S");
        var lives = CustomerRegistered.newBuilder(goes)
                .setName("Acme SE")
                .setCountry("AT")
                .setTaxId(null)
                .build();
        var day = LocalDate.of(2026, 4, 1);

        assertThat(MergeDifferences.of(List.of(goes), List.of(lives), day))
                .containsExactly(
                        new Difference("country", "DE", "AT", null), new Difference("taxId", "DE123", null, null));
        assertThat(MergeDifferences.of(List.of(goes), List.of(goes), day)).isEmpty();
        var dollars = CustomerRegistered.newBuilder(goes).setCurrency("USD").build();
        assertThat(MergeDifferences.of(List.of(goes), List.of(dollars), day))
                .containsExactly(new Difference("currency", "EUR", "USD", null));
    }

    @Test
    void a_merged_customer_is_not_merged_elsewhere() {
        customer.given(registered("Acme AG", "S"), merged("customer:bolt"))
                .when(merge(CORE, CORE))
                .expectException(refusal("P-04"))
                .expectNoEvents();
    }

    @Test
    void what_lives_on_is_another_customer_that_was_not_merged() {
        customer.given(registered("Acme AG", "S"))
                .when(merge(BOLT, null))
                .expectException(refusal("P-05"))
                .expectNoEvents();
        PartyExamples.customers()
                .given(registered("Acme AG", "S"))
                .when(merge(ACME, ACME))
                .expectException(refusal("P-05"))
                .expectNoEvents();
        PartyExamples.customers()
                .given(registered("Acme AG", "S"))
                .when(merge(BOLT, CORE))
                .expectException(refusal("P-05"))
                .expectNoEvents();
        PartyExamples.customers()
                .given(registered("Acme AG", "S"))
                .when(merge(BOLT, ACME))
                .expectException(refusal("P-05"))
                .expectNoEvents();
    }

    @Test
    void a_merged_customer_changes_no_more_and_the_refusal_names_the_one_that_lives_on() {
        var changes = List.of(
                new ChangeCustomer(
                        ACME, LocalDate.of(2026, 5, 1), "Acme SE", null, null, null, null, null, List.of(), List.of()),
                new ChangeCustomerTaxProfile(ACME, null, "AE", null),
                new ChangeCustomerEndpoint(ACME, new SchemedId("0204", "04-1"), null, null));
        for (var change : changes) {
            PartyExamples.customers()
                    .given(registered("Acme AG", "S"), merged("customer:bolt"))
                    .when(change)
                    .expectException(refusal("P-04"))
                    .expectExceptionMessage(org.hamcrest.Matchers.containsString("customer:bolt"))
                    .expectNoEvents();
        }
    }

    @Test
    void the_one_that_lives_on_is_found_over_several_merges_and_a_ring_ends() {
        var history = new KnownHistory()
                .with("customer:ACME", registered("Acme AG", "S"), merged("customer:bolt"))
                .with(
                        "customer:bolt",
                        registered("Bolt", "S"),
                        CustomerMerged.newBuilder(merged("customer:core"))
                                .setCustomerId("customer:bolt")
                                .build())
                .with("customer:core", registered("Core", "S"));
        var living = new LivingCustomers(history);

        assertThat(living.of(ACME)).contains(CORE);
        assertThat(living.of(CORE)).contains(CORE);
        assertThat(living.of(CustomerId.of("nobody"))).isEmpty();
        assertThat(MergedCustomers.among(history, "customer:ACME", "customer:core")
                        .areSame("customer:ACME", "customer:core"))
                .isTrue();
        assertThat(new MergedCustomers(Map.of("a", "b", "b", "a")).livingOne("a"))
                .isEqualTo("a");
    }

    private static MergeCustomer merge(CustomerId into, @Nullable CustomerId living) {
        return new MergeCustomer(ACME, into, living, "registered twice", "idp|kim", NOON);
    }

    private static CustomerMerged merged(String into) {
        return CustomerMerged.newBuilder()
                .setCustomerId("customer:ACME")
                .setIntoCustomerId(into)
                .setReason("registered twice")
                .setMergedBy("idp|kim")
                .setMergedAt(NOON)
                .build();
    }
}
