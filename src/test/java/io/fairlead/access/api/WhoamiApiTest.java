package io.fairlead.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.access.Caller;
import io.fairlead.access.Companies;
import io.fairlead.access.Role;
import io.fairlead.access.api.WhoamiApi.WhoamiAnswer;
import io.fairlead.app.web.HttpTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Callers are told who they are, as it is decided and stored. */
class WhoamiApiTest extends HttpTest {

    @Test
    void whoever_a_token_names_is_told_issuer_and_subject_apart() {
        var answer = WhoamiAnswer.of(new Caller(
                "https://login.example.com/realms/firm|5f1b",
                "fairlead-cli",
                Set.of(Role.TIME_APPROVER, Role.TIME_AUTHOR),
                Companies.of(Set.of("US01", "DE01"))));
        assertThat(answer.issuer()).isEqualTo("https://login.example.com/realms/firm");
        assertThat(answer.subject()).isEqualTo("5f1b");
        assertThat(answer.roles()).containsExactly("time-author", "time-approver");
        assertThat(answer.companies()).containsExactly("DE01", "US01");
        assertThat(answer.allCompanies()).isFalse();
    }

    @Test
    void without_a_provider_the_header_tells_who_it_is_folded_and_with_every_role() {
        var answer = get("/v1/whoami", "Fairlead-Actor", "Tina");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("actor")).isEqualTo("local|tina");
        assertThat(answer.text("issuer")).isEqualTo("local");
        assertThat(answer.json().path("roles")).hasSize(Role.values().length);
        assertThat(answer.json().path("allCompanies").asBoolean()).isTrue();
    }

    @Test
    void what_is_no_name_is_refused() {
        assertThat(List.of("a b", "")).allSatisfy(name -> assertThat(
                        get("/v1/whoami", "Fairlead-Actor", name).text("code"))
                .isEqualTo("HEADER_INVALID"));
    }
}
