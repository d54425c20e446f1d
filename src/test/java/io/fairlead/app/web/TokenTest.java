package io.fairlead.app.web;

import static io.fairlead.access.TokenIssuer.signed;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import io.fairlead.access.KnownCallers;
import io.fairlead.access.TokenIssuer;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Date;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Base of tests at a server that asks for tokens; all share one running web layer, one provider and a clock that they turn. */
@Import(KnownCallers.class)
abstract class TokenTest extends HttpTest {

    static final KnownCallers.TurnedClock CLOCK = KnownCallers.CLOCK;

    static final RSAKey KEY = TokenIssuer.rsa("k1");
    static final KeyPair EDWARDS = TokenIssuer.edwards();
    static final com.nimbusds.jose.jwk.ECKey CURVE = TokenIssuer.ec("k3");
    static final RSAKey STRANGER = TokenIssuer.rsa("k1");
    static final TokenIssuer ISSUER = new TokenIssuer(KEY.toPublicJWK());
    static final TokenIssuer ATTACKER = new TokenIssuer(STRANGER);

    static final String TIME = "{\"person\":\"amy\",\"project\":\"p1\",\"workDate\":\"2026-03-02\",\"seconds\":3600}";

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("FAIRLEAD_OIDC_ISSUER", ISSUER::url);
    }

    @BeforeEach
    void providerAnswersAndTheLastMinuteIsOver() {
        ISSUER.setAway(false);
        ISSUER.publish(KEY.toPublicJWK(), TokenIssuer.published(EDWARDS, "k2"), CURVE.toPublicJWK());
        CLOCK.pass(Duration.ofMinutes(2));
        assertThat(get("/v1/who", bearer(signed(strangerAs("other"), good()))).status())
                .as("keys are read")
                .isEqualTo(401);
    }

    static JWTClaimsSet good() {
        return claims(_ -> {});
    }

    static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        return ISSUER.claims(CLOCK.instant(), change);
    }

    /** The same pair under another name; making pairs takes seconds. */
    static RSAKey strangerAs(String kid) {
        return new RSAKey.Builder(STRANGER).keyID(kid).build();
    }

    static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    static Date after(long seconds) {
        return Date.from(CLOCK.instant().plusSeconds(seconds));
    }

    /** Made in the test, since the clock goes on. */
    @FunctionalInterface
    interface Made {
        String get() throws Exception;
    }

    static Made token(Made made) {
        return made;
    }
}
