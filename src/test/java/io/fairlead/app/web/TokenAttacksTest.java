package io.fairlead.app.web;

import static io.fairlead.access.TokenIssuer.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import io.fairlead.access.KnownCallers;
import io.fairlead.access.TokenIssuer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tokens that are not to be believed, against the server as it is wired: none comes in, and nothing is carried out. */
@Import(KnownCallers.class)
class TokenAttacksTest extends HttpTest {

    private static final AtomicReference<Instant> CLOCK = KnownCallers.CLOCK;

    private static final RSAKey KEY = TokenIssuer.rsa("k1");
    private static final KeyPair EDWARDS = TokenIssuer.edwards();
    private static final com.nimbusds.jose.jwk.ECKey CURVE = TokenIssuer.ec("k3");
    private static final RSAKey STRANGER = TokenIssuer.rsa("k1");
    private static final TokenIssuer ISSUER = new TokenIssuer();
    private static final TokenIssuer ATTACKER = new TokenIssuer(STRANGER);

    private static final String TIME =
            "{\"person\":\"amy\",\"project\":\"p1\",\"workDate\":\"2026-03-02\",\"seconds\":3600}";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("FAIRLEAD_OIDC_ISSUER", ISSUER::url);
    }

    @AfterAll
    static void end() {
        ISSUER.close();
        ATTACKER.close();
    }

    @BeforeEach
    void providerAnswersAndTheLastMinuteIsOver() {
        ISSUER.setAway(false);
        ISSUER.publish(KEY.toPublicJWK(), TokenIssuer.published(EDWARDS, "k2"), CURVE.toPublicJWK());
        CLOCK.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        assertThat(get("/v1/who", bearer(signed(strangerAs("other"), good()))).status())
                .as("keys are read")
                .isEqualTo(401);
    }

    private static JWTClaimsSet good() {
        return claims(_ -> {});
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        return ISSUER.claims(CLOCK.get(), change);
    }

    /** The same pair under another name; making pairs takes seconds. */
    private static RSAKey strangerAs(String kid) {
        return new RSAKey.Builder(STRANGER).keyID(kid).build();
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static Date after(long seconds) {
        return Date.from(CLOCK.get().plusSeconds(seconds));
    }

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

    /** Made in the test, since the clock goes on. */
    @FunctionalInterface
    interface Made {
        String get() throws Exception;
    }

    private static Made token(Made made) {
        return made;
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
    void a_command_is_carried_out_by_issuer_and_subject() {
        assertThat(post("/v1/time-entries", TIME, bearer(signed(KEY, good()))).status())
                .isEqualTo(201);
        assertThat(commands.taken.getLast().toString()).contains(ISSUER.url() + "|" + TokenIssuer.SUBJECT);
    }

    static Stream<Arguments> badForms() {
        return Stream.of(
                arguments("nonsense", "TOKEN_MALFORMED", token(() -> "nonsense")),
                arguments("three parts of nonsense", "TOKEN_MALFORMED", token(() -> "a.b.c")),
                arguments("cut off", "TOKEN_SIGNATURE", token(() -> {
                    var token = signed(KEY, good());
                    return token.substring(0, token.length() - 4);
                })),
                arguments("unsigned", "TOKEN_MALFORMED", token(() -> new PlainJWT(good()).serialize())),
                arguments("other claims under a signature", "TOKEN_SIGNATURE", token(() -> {
                    var parts = signed(KEY, good()).split("\\.", -1);
                    return parts[0] + "."
                            + claims(c -> c.subject("boss")).toPayload().toBase64URL() + "." + parts[2];
                })));
    }

    static Stream<Arguments> badKeys() {
        return Stream.of(
                arguments(
                        "HS256 by the public key in PEM",
                        "TOKEN_SIGNATURE",
                        token(() -> TokenIssuer.hashed(
                                java.util.Base64.getMimeEncoder()
                                        .encode(KEY.toRSAPublicKey().getEncoded()),
                                "k1",
                                good()))),
                arguments(
                        "HS256 by the public key in DER",
                        "TOKEN_SIGNATURE",
                        token(() -> TokenIssuer.hashed(KEY.toRSAPublicKey().getEncoded(), "k1", good()))),
                arguments("RS512", "TOKEN_SIGNATURE", token(() -> signed(JWSAlgorithm.RS512, KEY, good(), _ -> {}))),
                arguments(
                        "ES256 with a key of RSA",
                        "TOKEN_SIGNATURE",
                        token(() -> signed(
                                new com.nimbusds.jose.jwk.ECKey.Builder(CURVE)
                                        .keyID("k1")
                                        .build(),
                                good()))),
                arguments("another's key under a known name", "TOKEN_SIGNATURE", token(() -> signed(STRANGER, good()))),
                arguments(
                        "another's EdDSA under a known name",
                        "TOKEN_SIGNATURE",
                        token(() -> signed(TokenIssuer.edwards(), "k2", good()))),
                arguments("unknown key", "TOKEN_SIGNATURE", token(() -> signed(strangerAs("k9"), good()))),
                arguments(
                        "no name of a key",
                        "TOKEN_SIGNATURE",
                        token(() -> signed(JWSAlgorithm.RS256, KEY, good(), h -> h.keyID(null)))));
    }

    static Stream<Arguments> keysOfAttackers() {
        return Stream.of(
                arguments(
                        "jku",
                        "TOKEN_SIGNATURE",
                        token(() -> signed(
                                JWSAlgorithm.RS256,
                                STRANGER,
                                good(),
                                h -> h.jwkURL(URI.create(ATTACKER.url() + "/keys"))))),
                arguments(
                        "x5u",
                        "TOKEN_SIGNATURE",
                        token(() -> signed(
                                JWSAlgorithm.RS256,
                                STRANGER,
                                good(),
                                h -> h.x509CertURL(URI.create(ATTACKER.url() + "/keys"))))),
                arguments(
                        "jwk",
                        "TOKEN_SIGNATURE",
                        token(() -> signed(JWSAlgorithm.RS256, STRANGER, good(), h -> h.jwk(STRANGER.toPublicJWK())))),
                arguments(
                        "jku, unknown key",
                        "TOKEN_SIGNATURE",
                        token(() -> signed(
                                JWSAlgorithm.RS256,
                                strangerAs("k8"),
                                good(),
                                h -> h.jwkURL(URI.create(ATTACKER.url()))))),
                arguments(
                        "critical extension",
                        "TOKEN_SIGNATURE",
                        token(() -> signed(JWSAlgorithm.RS256, KEY, good(), h -> h.criticalParams(Set.of("exp"))
                                .customParam("exp", 1)))));
    }

    static Stream<Arguments> badMeanings() {
        return Stream.of(
                arguments(
                        "header of another type",
                        "TOKEN_TYPE",
                        token(() -> signed(
                                JWSAlgorithm.RS256, KEY, good(), h -> h.type(new JOSEObjectType("logout+jwt"))))),
                arguments("ID token", "TOKEN_TYPE", token(() -> signed(KEY, claims(c -> c.claim("typ", "ID"))))),
                arguments(
                        "refresh token",
                        "TOKEN_TYPE",
                        token(() -> signed(KEY, claims(c -> c.claim("typ", "Refresh"))))),
                arguments(
                        "a list as type",
                        "TOKEN_TYPE",
                        token(() -> signed(KEY, claims(c -> c.claim("typ", List.of("Bearer")))))),
                arguments(
                        "another issuer",
                        "TOKEN_ISSUER",
                        token(() -> signed(KEY, claims(c -> c.issuer(ATTACKER.url()))))),
                arguments(
                        "issuer with a slash more",
                        "TOKEN_ISSUER",
                        token(() -> signed(KEY, claims(c -> c.issuer(ISSUER.url() + "/"))))),
                arguments("no issuer", "TOKEN_ISSUER", token(() -> signed(KEY, claims(c -> c.issuer(null))))),
                arguments(
                        "another audience",
                        "TOKEN_AUDIENCE",
                        token(() -> signed(KEY, claims(c -> c.audience("fairlead-console"))))),
                arguments(
                        "audience in capitals",
                        "TOKEN_AUDIENCE",
                        token(() -> signed(KEY, claims(c -> c.audience("FAIRLEAD-API"))))),
                arguments(
                        "no audience", "TOKEN_AUDIENCE", token(() -> signed(KEY, claims(c -> c.audience(List.of()))))));
    }

    static Stream<Arguments> badTimesAndSubjects() {
        return Stream.of(
                arguments(
                        "61 s after its end",
                        "TOKEN_EXPIRED",
                        token(() ->
                                signed(KEY, claims(c -> c.issueTime(after(-100)).expirationTime(after(-61)))))),
                arguments("no end", "TOKEN_EXPIRED", token(() -> signed(KEY, claims(c -> c.expirationTime(null))))),
                arguments(
                        "61 s before it holds",
                        "TOKEN_EARLY",
                        token(() -> signed(KEY, claims(c -> c.notBeforeTime(after(61)))))),
                arguments("no subject", "TOKEN_SUBJECT", token(() -> signed(KEY, claims(c -> c.subject(null))))),
                arguments("empty subject", "TOKEN_SUBJECT", token(() -> signed(KEY, claims(c -> c.subject(""))))),
                arguments(
                        "subject with a bar", "TOKEN_SUBJECT", token(() -> signed(KEY, claims(c -> c.subject("a|b"))))),
                arguments(
                        "subject with a line feed",
                        "TOKEN_SUBJECT",
                        token(() -> signed(KEY, claims(c -> c.subject("a\nb"))))),
                arguments(
                        "subject of 100 characters",
                        "TOKEN_SUBJECT",
                        token(() -> signed(KEY, claims(c -> c.subject("a".repeat(100)))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"badForms", "badKeys", "keysOfAttackers", "badMeanings", "badTimesAndSubjects"})
    void a_bad_token_comes_in_nowhere_and_nothing_is_carried_out(String name, String code, Made made) throws Exception {
        var token = made.get();
        int before = commands.taken.size();
        for (var answer : List.of(
                post("/v1/time-entries", TIME, bearer(token)),
                get("/v1/customers", bearer(token)),
                get("/v1/who", bearer(token)),
                get("/actuator/metrics", bearer(token)),
                get("/v3/api-docs", bearer(token)))) {
            assertProblem(answer, 401, code);
            assertThat(answer.header("WWW-Authenticate"))
                    .startsWith("Bearer realm=\"fairlead\", error=\"invalid_token\", error_description=");
            assertThat(answer.http().body()).as(name).doesNotContain(token);
        }
        assertThat(get("/registry/subjects", bearer(token)).status()).isEqualTo(401);
        assertThat(commands.taken).hasSize(before);
        assertThat(ATTACKER.asked()).as("addresses in tokens are never asked").isZero();
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

    @Test
    void unknown_names_of_keys_have_keys_read_once_a_minute_at_most() {
        int before = ISSUER.asked();
        for (int i = 0; i < 20; i++) {
            assertProblem(get("/v1/who", bearer(signed(strangerAs("x"), good()))), 401, "TOKEN_SIGNATURE");
        }
        assertThat(ISSUER.asked()).isEqualTo(before); // The last reading was less than a minute ago.
        CLOCK.updateAndGet(now -> now.plusSeconds(60));
        for (int i = 0; i < 20; i++) {
            assertProblem(get("/v1/who", bearer(signed(strangerAs("x"), good()))), 401, "TOKEN_SIGNATURE");
        }
        assertThat(ISSUER.asked()).isEqualTo(before + 1);
    }

    @Test
    void a_new_key_is_taken_without_a_restart_and_one_that_was_taken_back_is_not() {
        var rotated = strangerAs("k1-2027");
        ISSUER.publish(rotated.toPublicJWK());
        CLOCK.updateAndGet(now -> now.plusSeconds(60));
        assertThat(get("/v1/who", bearer(signed(KEY, good()))).status()).isEqualTo(200); // Nobody asked yet.
        assertThat(get("/v1/who", bearer(signed(rotated, good()))).status()).isEqualTo(200);
        assertProblem(get("/v1/who", bearer(signed(KEY, good()))), 401, "TOKEN_SIGNATURE");
    }

    @Test
    void while_the_provider_is_away_known_keys_go_on_and_readiness_says_why() {
        var rotated = strangerAs("k1-2028");
        ISSUER.setAway(true);
        CLOCK.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
        var since = CLOCK.get();
        assertProblem(get("/v1/who", bearer(signed(rotated, good()))), 503, "PROVIDER_AWAY");
        CLOCK.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
        assertThat(get("/v1/who", bearer(signed(KEY, good()))).status()).isEqualTo(200);

        var readiness = get("/actuator/health/readiness");
        assertThat(readiness.status()).isEqualTo(200);
        var told = readiness.json().path("components").path("provider").path("details");
        assertThat(told.path("what").asString()).contains("tokens of known keys go on");
        assertThat(told.path("since").asString()).isEqualTo(since.toString());
        assertThat(told.path("reason").asString()).contains("503");

        ISSUER.publish(rotated.toPublicJWK());
        ISSUER.setAway(false);
        CLOCK.updateAndGet(now -> now.plusSeconds(5));
        assertThat(get("/v1/who", bearer(signed(rotated, good()))).status()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness")
                        .json()
                        .path("components")
                        .path("provider")
                        .path("details")
                        .has("reason"))
                .isFalse();
    }
}
