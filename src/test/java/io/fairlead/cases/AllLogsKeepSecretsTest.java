package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks for the passwords and tokens of a running stack where they must not be: in its logs and on its command lines. */
@ExtendWith(CaseStack.class)
class AllLogsKeepSecretsTest {

    /** Whom a password belongs to is no secret; Kafka's log names who asks. */
    private static final String NAME = ".user";

    private static final int LETTERS_TO_KNOW_IT_BY = 12;

    /** What callers send; a token of three parts is looked for by its claims as well, which alone tell who it is. */
    private static final Map<String, String> TOKENS = Map.of(
            "a token", "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnktc3ViamVjdCJ9.c2lnbmF0dXJlLWNhbmFyeQ",
            "a token's claims", "eyJzdWIiOiJjYW5hcnktc3ViamVjdCJ9",
            "an opaque token", "Zm9ydHktdHdvLWNhbmFyaWVzLWluLWEtY2FnZQ");

    @Test
    void no_log_and_no_command_line_of_a_stack_tells_a_secret(CaseStack.Stack stack) throws Exception {
        var secrets = secrets(stack.data());
        assertThat(secrets).as("secrets of the stack").hasSizeGreaterThanOrEqualTo(4);
        secrets.putAll(TOKENS);
        callWithTokens(stack.base());
        var told = new ArrayList<String>();
        var logs = 0;
        try (var files = Files.walk(stack.data())) {
            for (var log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                logs++;
                told.addAll(found(secrets, log.toString(), read(log)));
            }
        }
        var parts = 0;
        try (var processes = ProcessHandle.allProcesses()) {
            for (var process : processes.toList()) {
                var line = read(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
                if (line.contains(stack.data().toString())) {
                    parts++;
                }
                told.addAll(found(secrets, "command line of process " + process.pid(), line));
            }
        }

        assertThat(told).isEmpty();
        assertThat(logs).as("logs that were read").isGreaterThanOrEqualTo(3);
        assertThat(parts).as("processes that name the data folder").isPositive();
    }

    /** Every door hears both tokens, in calls that are answered, refused by a rule, by a form and at the door. */
    private static void callWithTokens(String base) throws Exception {
        var statuses = new TreeSet<Integer>();
        for (var token : TOKENS.values()) {
            for (var header : List.of("Bearer " + token, "Basic " + token, token + "\u007f")) {
                for (var path : List.of(
                        "/v1/nodes",
                        "/v1/invoices/none",
                        "/v1/nodes?nosuch=1",
                        "/registry/subjects",
                        "/registry/subjects/none/versions",
                        "/actuator/health",
                        "/nowhere",
                        "/v1/;x/nodes")) {
                    statuses.add(status(base, "GET " + path + " HTTP/1.1", header, ""));
                }
                statuses.add(status(base, "POST /v1/payments HTTP/1.1", header, "{\"amount\":1}"));
                statuses.add(status(base, "POST /v1/payments HTTP/1.1", header, "{"));
            }
        }
        assertThat(statuses).contains(200, 400, 404);
    }

    /** Written by hand, since clients refuse to send what is no header. */
    private static int status(String base, String line, String authorization, String body) throws IOException {
        var address = URI.create(base);
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(String.join(
                                    "\r\n",
                                    line,
                                    "Host: " + address.getAuthority(),
                                    "Authorization: " + authorization,
                                    "Content-Type: application/json",
                                    "Content-Length: " + body.length(),
                                    "Connection: close",
                                    "",
                                    body)
                            .getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    @Test
    void a_secret_in_a_text_is_found_by_its_first_letters() {
        var secrets = Map.of("erp.token", "c2VjcmV0LWNhbmFyeQ");
        assertThat(found(secrets, "a log", "told c2VjcmV0LWNhbm and more")).containsExactly("a log tells erp.token");
        assertThat(found(secrets, "a log", "told nothing")).isEmpty();
    }

    private static List<String> found(Map<String, String> secrets, String place, String text) {
        return secrets.entrySet().stream()
                .filter(secret -> text.contains(secret.getValue().substring(0, LETTERS_TO_KNOW_IT_BY)))
                .map(secret -> place + " tells " + secret.getKey())
                .toList();
    }

    private static Map<String, String> secrets(Path data) throws IOException {
        var secrets = new TreeMap<String, String>();
        try (var files = Files.list(data.resolve("secrets"))) {
            for (var file :
                    files.filter(each -> !each.toString().endsWith(NAME)).toList()) {
                var secret = Files.readString(file).strip();
                if (secret.length() >= LETTERS_TO_KNOW_IT_BY) {
                    secrets.put(file.getFileName().toString(), secret);
                }
            }
        }
        return secrets;
    }

    /** Empty where there is no such file any more: processes come and go. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
