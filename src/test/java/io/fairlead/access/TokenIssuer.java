package io.fairlead.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A provider of tokens for tests: describes itself, publishes keys, can be away, and signs whatever it is told to. */
public final class TokenIssuer implements AutoCloseable {

    public static final String AUDIENCE = "fairlead-api";
    public static final String SUBJECT = "00000000-0000-4000-8000-000000000003";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<JWK> published = new ArrayList<>();
    private volatile boolean away;
    private volatile String described = "";

    public TokenIssuer(JWK... keys) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        published.addAll(List.of(keys));
        described = url();
        server.createContext("/", this::answer);
        startInBackground();
    }

    /** Its thread is a daemon as whoever starts it, so that tests which share it need not end it. */
    private void startInBackground() {
        var starter = Thread.ofPlatform().daemon().start(server::start);
        try {
            starter.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often anybody asked for keys. */
    public int asked() {
        return asked.get();
    }

    public void publish(JWK... keys) {
        synchronized (published) {
            published.clear();
            published.addAll(List.of(keys));
        }
    }

    public void setAway(boolean isAway) {
        away = isAway;
    }

    /** Describes itself as another. */
    public void pretend(String issuer) {
        described = issuer;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        String body;
        if (path.endsWith("/openid-configuration")) {
            body = JSONObjectUtils.toJSONString(Map.of("issuer", described, "jwks_uri", url() + "/keys"));
        } else {
            asked.incrementAndGet();
            synchronized (published) {
                body = JSONObjectUtils.toJSONString(new JWKSet(List.copyOf(published)).toJSONObject(true));
            }
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(away ? 503 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** An RSA key for signatures. */
    public static RSAKey rsa(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key of curve P-256 for signatures. */
    public static ECKey ec(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pair of Ed25519, as the JDK makes it. */
    public static KeyPair edwards() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How such a pair is published. */
    public static OctetKeyPair published(KeyPair pair, String kid) {
        var encoded = ((EdECPublicKey) pair.getPublic()).getEncoded();
        return new OctetKeyPair.Builder(
                        Curve.Ed25519,
                        Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)))
                .keyID(kid)
                .keyUse(KeyUse.SIGNATURE)
                .build();
    }

    /** Claims of a good token at a time; a test spoils what it likes. */
    public JWTClaimsSet claims(java.time.Instant now, Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(AUDIENCE)
                .subject(SUBJECT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("typ", "Bearer")
                .claim("azp", "fairlead-cli")
                .claim("roles", List.of("billing-preparer", "offline_access"))
                .claim("legal_entity", List.of("de"));
        change.accept(claims);
        return claims.build();
    }

    /** The compact form of a token. */
    public static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String signed(RSAKey key, JWTClaimsSet claims) {
        return signed(JWSAlgorithm.RS256, key, claims, _ -> {});
    }

    /** By a key of RSA, with a header that a test may spoil. */
    public static String signed(
            JWSAlgorithm algorithm, RSAKey key, JWTClaimsSet claims, Consumer<JWSHeader.Builder> change) {
        try {
            return signed(header(algorithm, key.getKeyID(), change), claims, new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String signed(ECKey key, JWTClaimsSet claims) {
        try {
            return signed(header(JWSAlgorithm.ES256, key.getKeyID(), _ -> {}), claims, new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By bytes that are taken for a secret. */
    public static String hashed(byte[] secret, String kid, JWTClaimsSet claims) {
        try {
            return signed(header(JWSAlgorithm.HS256, kid, _ -> {}), claims, new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By Ed25519 of the JDK. */
    public static String signed(KeyPair pair, String kid, JWTClaimsSet claims) {
        try {
            var text = header(JWSAlgorithm.EdDSA, kid, _ -> {}).toBase64URL() + "."
                    + claims.toPayload().toBase64URL();
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String kid, Consumer<JWSHeader.Builder> change) {
        var header = new JWSHeader.Builder(algorithm).keyID(kid).type(JOSEObjectType.JWT);
        change.accept(header);
        return header.build();
    }
}
