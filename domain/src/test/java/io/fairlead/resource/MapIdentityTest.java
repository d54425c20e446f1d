package io.fairlead.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.resource.event.IdentityMapped;
import io.fairlead.shared.RuleViolated;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MapIdentityTest {

    private static final String ISSUER = "https://login.example.com";
    private static final IdentityId ID = IdentityId.of(ISSUER, "u-1");

    private final FixtureConfiguration<MappedIdentity> identity = new AggregateTestFixture<>(MappedIdentity.class);

    private static MapIdentity map(String name) {
        return new MapIdentity(ID, ISSUER, "u-1", name);
    }

    private static IdentityMapped mapped(String name) {
        return IdentityMapped.newBuilder()
                .setIdentityId(ID.value())
                .setIssuer(ISSUER)
                .setSubject("u-1")
                .setName(name)
                .build();
    }

    @Test
    void a_login_is_a_name_and_a_person() {
        identity.givenNoPriorActivity().when(map("local|mara")).expectEvents(mapped("local|mara"));
        identity.given(mapped("local|mara")).when(map("person:mara")).expectEvents(mapped("person:mara"));
    }

    @Test
    void the_same_again_changes_nothing() {
        identity.given(mapped("local|mara"))
                .when(map("local|mara"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mara", "local|", "local|Mara", "local|a|b", "idp|mara", "person:", "local|a b", "customer:x"})
    void a_name_is_one_of_the_log_or_a_person(String name) {
        assertThatThrownBy(() -> map(name)).isInstanceOf(RuleViolated.class).satisfies(failure -> assertThat(
                        ((RuleViolated) failure).field())
                .isEqualTo("name"));
    }

    @ParameterizedTest
    @CsvSource({"login.example.com, u", "local, u", "https://login.example.com, a|b", "https://login.example.com, 'a b'"
    })
    void a_login_is_the_address_of_an_issuer_and_a_visible_subject(String issuer, String subject) {
        assertThatThrownBy(() -> new MapIdentity(ID, issuer, subject, "local|mara"))
                .isInstanceOf(RuleViolated.class)
                .extracting("code")
                .isEqualTo("H-05");
    }

    @Test
    void each_pair_of_issuer_and_subject_has_its_own_stream() {
        assertThat(IdentityId.of(ISSUER, "u-1")).isEqualTo(ID).isNotEqualTo(IdentityId.of(ISSUER, "U-1"));
    }
}
