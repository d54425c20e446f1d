package io.fairlead.app.web;

import static io.fairlead.access.TokenIssuer.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import io.fairlead.access.TokenIssuer;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes in by a token, at which doors, and that nothing else lets anybody in. */
class TokenDoorsTest extends TokenTest {

    static Stream<Arguments> goodTokens() throws JOSEException {
        return Stream.of(
                arguments("RS256", token(() -> signed(KEY, good()))),
                arguments("PS256", token(() -> signed(JWSAlgorithm.PS256, KEY, good(), _ -> {}))),
                arguments("ES256", token(() -> signed(CURVE, good()))),
                arguments("EdDSA", token(() -> signed(EDWARDS, "k2", good()))),
                arguments(
                        "at+jwt",
                        token(() ->
                                signed(JWSAlgorithm.RS256, KEY, good(), h -> h.type(new JOSEObjectType("at+jwt"))))),
                arguments(
                        "audience as a list",
                        token(() -> signed(KEY, claims(c -> c.audience(List.of("account", TokenIssuer.AUDIENCE)))))),
                arguments("no typ claim", token(() -> signed(KEY, claims(c -> c.claim("typ", null))))),
                arguments(
                        "59 s after its end",
                        token(() ->
                                signed(KEY, claims(c -> c.issueTime(after(-100)).expirationTime(after(-59)))))),
                arguments("60 s before it holds", token(() -> signed(KEY, claims(c -> c.notBeforeTime(after(60)))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodTokens")
    void a_good_token_comes_in_as_issuer_and_subject(String name, Made token) throws Exception {
        var answer = get("/v1/who", bearer(token.get()));
        assertThat(answer.status()).as(name).isEqualTo(200);
        assertThat(answer.text("actor")).isEqualTo(ISSUER.url() + "|" + TokenIssuer.SUBJECT);
        assertThat(answer.text("client")).isEqualTo("fairlead-cli");
        assertThat(answer.json().path("roles").toString()).isEqualTo("[\"BILLING_PREPARER\"]");
        assertThat(answer.json().path("companies").toString()).isEqualTo("[\"de\"]");
        assertThat(answer.json().path("all").asBoolean()).isFalse();
    }

    @Test
    void a_command_is_carried_out_by_issuer_and_subject_when_their_roles_may() {
        assertProblem(post("/v1/time-entries", TIME, bearer(signed(KEY, good()))), 403, "ROLE_MISSING");
        var author = signed(KEY, claims(c -> c.claim("roles", List.of("time-author"))));
        assertThat(post("/v1/time-entries", TIME, bearer(author)).status()).isEqualTo(201);
        assertThat(commands.taken.getLast().toString()).contains(ISSUER.url() + "|" + TokenIssuer.SUBJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/customers",
                "/v1/nowhere",
                "/",
                "/error",
                "/v3/api-docs",
                "/openapi.json",
                "/actuator",
                "/actuator/metrics",
                "/actuator/health/readiness/provider",
                "/registry/subjects",
                "/favicon.ico"
            })
    void without_a_token_nothing_is_told(String path) {
        var answer = get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"fairlead\"");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/health"})
    void whoever_watches_the_server_needs_none(String path) {
        assertThat(get(path).status()).isEqualTo(200);
    }

    @Test
    void a_name_alone_is_nobody() {
        int before = commands.taken.size();
        assertProblem(post("/v1/time-entries", TIME, "Fairlead-Actor", "boss"), 401, "TOKEN_MISSING");
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void a_name_beside_a_token_is_refused() {
        int before = commands.taken.size();
        var token = signed(KEY, good());
        assertProblem(
                post("/v1/time-entries", TIME, "Authorization", "Bearer " + token, "Fairlead-Actor", "boss"),
                400,
                "HEADER_INVALID");
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void of_two_tokens_none_counts() {
        int before = commands.taken.size();
        var token = "Bearer " + signed(KEY, good());
        assertProblem(
                post("/v1/time-entries", TIME, "Authorization", token, "Authorization", token), 400, "HEADER_INVALID");
        assertProblem(post("/v1/time-entries", TIME, "Authorization", token + ", " + token), 401, "TOKEN_MALFORMED");
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void a_token_in_the_address_or_the_body_is_none() {
        var token = signed(KEY, good());
        assertProblem(get("/v1/customers?access_token=" + token), 401, "TOKEN_MISSING");
        assertProblem(post("/v1/time-entries?access_token=" + token, TIME), 401, "TOKEN_MISSING");
        var form = HttpRequest.newBuilder(uri("/v1/time-entries"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("access_token=" + token));
        assertProblem(send(form), 401, "TOKEN_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic Ym9zczpib3Nz", "Bearer", "Bearer  ", "Digest x", "bearer=x", "Token abc"})
    void other_ways_to_log_in_are_refused(String header) {
        assertProblem(get("/v1/customers", "Authorization", header), 401, "TOKEN_MALFORMED");
    }

    @Test
    void who_refuses_does_not_wait_for_the_body() {
        var request = HttpRequest.newBuilder(uri("/v1/time-entries"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[11 * 1024 * 1024]));
        assertProblem(send(request), 401, "TOKEN_MISSING"); // Not 413.
    }

    @Test
    void all_companies_are_granted_by_a_star_and_none_by_no_claim() {
        var all = get("/v1/who", bearer(signed(KEY, claims(c -> c.claim("legal_entity", List.of("de", "*"))))));
        assertThat(all.json().path("all").asBoolean()).isTrue();
        var one = get("/v1/who", bearer(signed(KEY, claims(c -> c.claim("legal_entity", "us")))));
        assertThat(one.json().path("companies").toString()).isEqualTo("[\"us\"]");
        var none = get("/v1/who", bearer(signed(KEY, claims(c -> c.claim("legal_entity", null)
                .claim("roles", null)))));
        assertThat(none.json().path("companies")).isEmpty();
        assertThat(none.json().path("all").asBoolean()).isFalse();
        assertThat(none.json().path("roles")).isEmpty();
    }

    @Test
    void the_registrys_secret_opens_the_registry_and_nothing_else() {
        var secret = bearer("registry-secret");
        assertThat(get("/registry/who", secret).text("actor")).isEqualTo("installation|registry");
        assertThat(get("/registry/who", bearer("registry-secreT")).status()).isEqualTo(401);
        assertProblem(get("/v1/who", secret), 401, "TOKEN_MALFORMED");
        assertThat(get("/registry/who", bearer(signed(KEY, good()))).status()).isEqualTo(200);
    }
}
