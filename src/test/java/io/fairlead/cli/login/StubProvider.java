package io.fairlead.cli.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An identity provider that answers what a test says; its refresh tokens are for one use, as Keycloak's may be. */
public final class StubProvider implements AutoCloseable {

    private static final String DESCRIPTION = """
            {"issuer":"ISSUER","device_authorization_endpoint":"BASE/device","token_endpoint":"BASE/token",
            "revocation_endpoint":"BASE/revoke","userinfo_endpoint":"BASE/userinfo"}""";

    private static final String CODE = """
            {"device_code":"d1","user_code":"WDJB-MJHT","verification_uri":"BASE/enter",
            "verification_uri_complete":"BASE/enter?code=WDJB-MJHT","expires_in":600,"interval":INTERVAL}""";

    private static final String TOKENS = """
            {"access_token":"secret-access-%d","refresh_token":"%s","expires_in":%d}""";

    /** One answer. */
    record Told(int status, String body) {

        static Told error(String code) {
            return new Told(400, "{\"error\":\"%s\"}".formatted(code));
        }
    }

    /** Forms that came, by the last part of their path. */
    final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

    /** What polls are told, in turn; then the tokens. */
    final Deque<Told> polls = new ArrayDeque<>();

    final Set<String> revoked = new HashSet<>();
    String namedIssuer;
    int lifeSeconds = 300;
    private int interval = 5;
    int refreshes;
    private final HttpServer server;
    private String challenge = "";
    private String refreshToken = "r0";
    private int issued;

    public StubProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        namedIssuer = issuer();
        server.createContext("/", this::answer);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Has nobody wait between polls. */
    public StubProvider atOnce() {
        interval = 0;
        return this;
    }

    /** Refuses the next poll. */
    public void deny() {
        polls.add(Told.error("access_denied"));
    }

    /** Whether it took this refresh token back. */
    public boolean hasRevoked(String token) {
        return revoked.contains(token);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var form = Stream.of(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&"))
                .filter(field -> field.contains("="))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        if (exchange.getRequestMethod().equals("POST")) {
            forms.add(form);
        }
        var told = told(exchange.getRequestURI().getPath(), form);
        var body = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(told.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Told told(String path, Map<String, String> form) {
        return switch (path) {
            case "/.well-known/openid-configuration" ->
                new Told(200, DESCRIPTION.replace("ISSUER", namedIssuer).replace("BASE", issuer()));
            case "/device" -> {
                challenge = form.getOrDefault("code_challenge", "");
                yield challenge.isEmpty()
                        ? Told.error("invalid_request")
                        : new Told(200, CODE.replace("BASE", issuer()).replace("INTERVAL", "" + interval));
            }
            case "/token" -> "refresh_token".equals(form.get("grant_type")) ? refresh(form) : poll(form);
            case "/revoke" -> {
                revoked.add(form.get("token"));
                yield new Told(200, "");
            }
            case "/userinfo" -> new Told(200, "{\"name\":\"Tina Time\",\"preferred_username\":\"tina\"}");
            default -> new Told(404, "");
        };
    }

    private Told poll(Map<String, String> form) {
        if (!polls.isEmpty()) {
            return polls.removeFirst();
        }
        return digest(form.getOrDefault("code_verifier", "")).equals(challenge)
                ? tokens()
                : Told.error("invalid_grant");
    }

    private Told refresh(Map<String, String> form) {
        refreshes++;
        return refreshToken.equals(form.get("refresh_token")) && !revoked.contains(refreshToken)
                ? tokens()
                : Told.error("invalid_grant");
    }

    private Told tokens() {
        issued++;
        refreshToken = "secret-refresh-" + issued;
        return new Told(200, TOKENS.formatted(issued, refreshToken, lifeSeconds));
    }

    private static String digest(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
