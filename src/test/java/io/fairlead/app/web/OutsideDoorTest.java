package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import io.fairlead.access.KnownCallers;
import io.fairlead.access.TokenIssuer;
import io.fairlead.testing.CertificateForTests;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The door to the outside: TLS, names of hosts, and the same tokens as inside. */
@Import(KnownCallers.class)
class OutsideDoorTest extends HttpTest {

    private static final RSAKey KEY = TokenIssuer.rsa("k1");
    private static final TokenIssuer ISSUER = new TokenIssuer(KEY.toPublicJWK());

    @TempDir
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Before the server starts.
    private static CertificateForTests certificate;

    @Autowired
    private ServletWebServerApplicationContext context;

    @DynamicPropertySource
    static void listensOutside(DynamicPropertyRegistry settings) {
        certificate = CertificateForTests.made(folder, "door", "127.0.0.1");
        settings.add("FAIRLEAD_OIDC_ISSUER", ISSUER::url);
        settings.add("FAIRLEAD_BIND", () -> "0.0.0.0");
        settings.add("FAIRLEAD_BIND_PORT", () -> "0");
        settings.add("FAIRLEAD_HOSTS", () -> "fairlead.example.com");
        settings.add("FAIRLEAD_TLS_CERTIFICATE", () -> certificate.certificate().toString());
        settings.add("FAIRLEAD_TLS_KEY", () -> certificate.key().toString());
    }

    @AfterAll
    static void end() {
        ISSUER.close();
    }

    private Tomcat tomcat() {
        return ((TomcatWebServer) Objects.requireNonNull(context.getWebServer())).getTomcat();
    }

    private int outsidePort() {
        return Arrays.stream(tomcat().getService().findConnectors())
                .filter(connector -> connector.getScheme().equals("https"))
                .findFirst()
                .orElseThrow()
                .getLocalPort();
    }

    private String ask(String host, String... headers) throws Exception {
        var known = KeyStore.getInstance(certificate.store().toFile(), CertificateForTests.PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        var tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        try (var socket = tls.getSocketFactory().createSocket("127.0.0.1", outsidePort())) {
            return answer(socket, host, headers);
        }
    }

    private static String answer(Socket socket, String host, String... headers) throws IOException {
        var request = "GET /v1/who HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                + String.join("", Arrays.stream(headers).map(h -> h + "\r\n").toList()) + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String token() {
        return "Authorization: Bearer " + TokenIssuer.signed(KEY, ISSUER.claims(KnownCallers.CLOCK.instant(), _ -> {}));
    }

    @Test
    void whoever_has_a_token_comes_in_by_tls_under_a_name_of_the_server() throws Exception {
        assertThat(ask("fairlead.example.com", token()))
                .startsWith("HTTP/1.1 200")
                .contains(TokenIssuer.SUBJECT);
        assertThat(ask("Fairlead.Example.Com:8443", token())).startsWith("HTTP/1.1 200");
        assertThat(ask("fairlead.example.com", token(), "Origin: https://fairlead.example.com"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void the_guard_and_the_tokens_hold_outside_too() throws Exception {
        assertThat(ask("fairlead.example.com")).startsWith("HTTP/1.1 401").contains("TOKEN_MISSING");
        assertThat(ask("evil.example.com", token())).startsWith("HTTP/1.1 421").contains("HOST_UNKNOWN");
        assertThat(ask("fairlead.example.com", token(), "Origin: https://evil.example.com"))
                .startsWith("HTTP/1.1 403");
        assertThat(ask("fairlead.example.com", token(), token())).startsWith("HTTP/1.1 400");
    }

    @Test
    void nothing_is_told_there_without_tls() throws Exception {
        try (var plain = new Socket("127.0.0.1", outsidePort())) {
            assertThat(answer(plain, "fairlead.example.com", token())).doesNotContain("200", TokenIssuer.SUBJECT);
        }
    }

    @Test
    void inside_it_listens_on_the_loopback_alone_and_asks_for_tokens_too() throws Exception {
        var inside = Arrays.stream(tomcat().getService().findConnectors())
                .filter(connector -> connector.getLocalPort() == port)
                .findFirst()
                .orElseThrow();
        assertThat(String.valueOf(inside.getProperty("address"))).contains("127.0.0.1");
        assertThat(get("/actuator/health/liveness").status()).isEqualTo(200);
        assertProblem(get("/v1/who"), 401, "TOKEN_MISSING");
    }
}
