package io.fairlead.idp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fairlead.cli.login.Bearer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A provider for loads, inside the process that makes the load: it describes itself, publishes one key on loopback, and signs
 * tokens for whomever the load names. What checks them is the application as it runs anywhere; only the login itself, which is
 * no part of a load, does not take place.
 */
public final class LoadProvider implements AutoCloseable {

    private static final int KEY_BITS = 2_048;
    private static final long LIFE_SECONDS = 7_200;

    private final HttpServer server;
    private final RSAKey key;
    private final InstantSource clock;

    /** @param clock of the day, since tokens end by it */
    public LoadProvider(InstantSource clock) {
        this.clock = clock;
        try {
            key = new RSAKeyGenerator(KEY_BITS)
                    .keyID("load")
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a key", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on loopback", e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** Its address, which is what its tokens name as their issuer. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /**
     * The proof of somebody who acts for all companies; it holds for two hours.
     *
     * @param subject who it is, and by which client it calls
     */
    public Bearer login(String subject, List<String> roles) {
        var now = clock.instant().getEpochSecond();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("fairlead-api")
                .subject(subject)
                .claim("iat", now)
                .claim("exp", now + LIFE_SECONDS)
                .claim("typ", "Bearer")
                .claim("azp", subject)
                .claim("roles", roles)
                .claim("legal_entity", "*")
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return new Bearer.Fixed(token.serialize(), true);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var described = exchange.getRequestURI().getPath().endsWith("/openid-configuration");
            var body = JSONObjectUtils.toJSONString(
                            described
                                    ? Map.of("issuer", issuer(), "jwks_uri", issuer() + "/keys")
                                    : new JWKSet(key).toJSONObject(true))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
