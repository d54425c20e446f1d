package io.fairlead.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.launch.LaunchFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins between commands: who may read them, how they are renewed, and what ends them. */
class LoginsTest {

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private StubProvider provider;
    private Logins logins;

    @BeforeEach
    void logIn() throws Exception {
        provider = new StubProvider();
        logins = new Logins(folder.resolve("fairlead/logins"), () -> now);
        var _ = place("").login(provider.issuer(), "fairlead-cli", _ -> {}, _ -> {});
    }

    @AfterEach
    void end() {
        provider.close();
    }

    private LoginPlace place(String server) {
        return new LoginPlace(logins, Map.of(), server);
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(logins.folder())) {
            return files.toList();
        }
    }

    private Path kept() throws Exception {
        return files().stream()
                .filter(file -> file.toString().endsWith(".json"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobody_else_reads_what_is_kept_and_no_text_shows_a_token() throws Exception {
        assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logins.folder())))
                .isEqualTo("rwx------");
        var login = logins.find(provider.issuer()).orElseThrow();
        assertThat(login.name()).isEqualTo("Tina Time");
        assertThat(login.toString() + Bearer.secret("secret-x") + new Bearer.Fixed("secret-y", true))
                .doesNotContain("secret-");
    }

    @Test
    void a_file_that_others_may_read_is_not_read() throws Exception {
        Files.setPosixFilePermissions(kept(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> logins.token(provider.issuer()))
                .isInstanceOf(LaunchFailed.class)
                .hasMessageContaining("open to other accounts")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_file_that_is_no_login_is_told_without_what_it_holds() throws Exception {
        Files.writeString(kept(), "secret-access-1 is no JSON");
        var refused = catchThrowableOfType(CommandFailed.class, () -> logins.token(provider.issuer()));
        assertThat(refused).hasMessageContaining("log in again").hasMessageNotContaining("secret-");
    }

    @Test
    void a_token_is_used_until_thirty_seconds_before_its_end_and_then_renewed() {
        now = now.plusSeconds(269);
        assertThat(logins.token(provider.issuer())).isEqualTo("secret-access-1");
        now = now.plusSeconds(1);
        assertThat(logins.token(provider.issuer())).isEqualTo("secret-access-2");
        assertThat(logins.token(provider.issuer())).isEqualTo("secret-access-2");
        assertThat(provider.refreshes).isEqualTo(1);
    }

    @Test
    void commands_that_renew_at_once_use_a_token_for_one_use_once() throws Exception {
        now = now.plus(Duration.ofMinutes(10));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var each = IntStream.range(0, 8)
                    .mapToObj(_ -> (Callable<String>) () -> logins.token(provider.issuer()))
                    .toList();
            for (var token : threads.invokeAll(each)) {
                assertThat(token.get()).isEqualTo("secret-access-2");
            }
        }
        assertThat(provider.refreshes).isEqualTo(1);
    }

    /** The lock holds between processes: one that another process has is waited for. */
    @Test
    void a_renewal_waits_for_that_of_another_process() throws Exception {
        now = now.plus(Duration.ofMinutes(10));
        var lock = files().stream()
                .filter(file -> file.toString().endsWith(".lock"))
                .findFirst()
                .orElseThrow();
        var other = new ProcessBuilder("flock", "-x", lock.toString(), "sh", "-c", "echo held; read line")
                .redirectErrorStream(true)
                .start();
        try (var said = other.inputReader();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(said.readLine()).isEqualTo("held");
            var renewing = threads.submit(() -> logins.token(provider.issuer()));
            assertThat(provider.refreshes).isZero();
            try (var end = other.outputWriter()) {
                end.write("go\n");
            }
            assertThat(renewing.get()).isEqualTo("secret-access-2");
        }
    }

    @Test
    void a_login_that_the_provider_ended_is_forgotten_and_told() {
        provider.revoked.add("secret-refresh-1");
        now = now.plus(Duration.ofMinutes(10));
        var refused = catchThrowableOfType(CommandFailed.class, () -> logins.token(provider.issuer()));
        assertThat(refused.code()).isEqualTo(ExitCode.AUTHENTICATION);
        assertThat(refused)
                .hasMessageContaining("has ended")
                .hasMessageContaining("fairlead login --issuer " + provider.issuer());
        assertThat(logins.find(provider.issuer())).isEmpty();
    }

    @Test
    void a_provider_that_is_away_costs_no_login() {
        provider.close();
        now = now.plusSeconds(280);
        assertThat(logins.token(provider.issuer())).isEqualTo("secret-access-1");
        now = now.plusSeconds(30);
        var refused = catchThrowableOfType(CommandFailed.class, () -> logins.token(provider.issuer()));
        assertThat(refused.code()).isEqualTo(ExitCode.RETRY_LATER);
        assertThat(logins.find(provider.issuer())).isPresent();
    }

    @Test
    void a_login_for_a_server_is_found_by_it_and_by_no_other() {
        var _ = place("https://fairlead.example.com").login(provider.issuer(), "fairlead-cli", _ -> {}, _ -> {});
        assertThat(logins.forServer("https://fairlead.example.com")).isPresent();
        assertThat(Stream.of("https://fairlead.example.com.evil.test", "http://fairlead.example.com", ""))
                .allSatisfy(other -> assertThat(logins.forServer(other)).isEmpty());
    }

    @Test
    void a_new_login_at_the_same_issuer_takes_the_place_of_the_former_and_holds_for_its_servers() {
        var _ = place("https://one.example.com").login(provider.issuer(), "fairlead-cli", _ -> {}, _ -> {});
        var _ = place("").login(provider.issuer(), "fairlead-cli", _ -> {}, _ -> {});
        assertThat(logins.forServer("https://one.example.com").orElseThrow().accessToken())
                .isEqualTo("secret-access-3");
    }

    @Test
    void what_was_taken_away_is_away_and_once_more_changes_nothing() {
        assertThat(logins.remove(provider.issuer())).isPresent();
        assertThat(logins.remove(provider.issuer())).isEmpty();
        assertThatThrownBy(() -> logins.token(provider.issuer())).hasMessageContaining("nobody is logged in");
    }
}
