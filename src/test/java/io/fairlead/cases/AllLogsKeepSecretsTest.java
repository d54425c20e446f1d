package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Looks for the passwords and tokens of a running stack where they must not be: in its logs and on its command lines. */
@ExtendWith(CaseStack.class)
class AllLogsKeepSecretsTest {

    /** Whom a password belongs to is no secret; Kafka's log names who asks. */
    private static final String NAME = ".user";

    private static final int LETTERS_TO_KNOW_IT_BY = 12;

    @Test
    void no_log_and_no_command_line_of_a_stack_tells_a_secret(CaseStack.Stack stack) throws Exception {
        var secrets = secrets(stack.data());
        assertThat(secrets).as("secrets of the stack").hasSizeGreaterThanOrEqualTo(4);
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
