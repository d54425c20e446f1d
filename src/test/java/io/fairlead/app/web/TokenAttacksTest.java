package io.fairlead.app.web;

import static io.fairlead.access.TokenIssuer.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.PlainJWT;
import io.fairlead.access.TokenIssuer;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that are not to be believed, against the server as it is wired: none comes in, and nothing is carried out. */
class TokenAttacksTest extends TokenTest {

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
}
