package io.fairlead.cli.login;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.launch.PrivateFile;
import io.fairlead.schema.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logins of one account of this machine, one for each issuer, in files that nobody else reads. Refresh tokens are often for one
 * use: whoever renews holds a lock, and whoever waited for it takes what the other got.
 *
 * @param folder of the files
 * @param now the time
 */
public record Logins(Path folder, InstantSource now) {

    /** System property that takes the place of XDG_CONFIG_HOME. */
    public static final String FOLDER = "fairlead.config";

    private static final Duration TOO_SHORT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A lock of a file holds between processes and not within one. */
    private static final ReentrantLock WITHIN = new ReentrantLock();

    /** Those of the account that runs this. */
    public static Logins ofUser(Map<String, String> environment) {
        var named = System.getProperty(FOLDER, environment.getOrDefault("XDG_CONFIG_HOME", ""));
        var config = named.isBlank() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(named);
        return new Logins(config.resolve("fairlead").resolve("logins"), InstantSource.system());
    }

    /** The login at an issuer. */
    Optional<KeptLogin> find(String issuer) {
        return read(file(issuer, ".json")).filter(login -> login.issuer().equals(issuer));
    }

    /** The login that was made for a server. */
    Optional<KeptLogin> forServer(String address) {
        return all().stream().filter(login -> login.servers().contains(address)).findFirst();
    }

    private List<KeptLogin> all() {
        var all = new ArrayList<KeptLogin>();
        try (var files = Files.newDirectoryStream(folder, "*.json")) {
            files.forEach(file -> read(file).ifPresent(all::add));
        } catch (NoSuchFileException e) {
            return all; // Nobody ever logged in.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Keeps a login in place of another one at the same issuer; a server has one issuer. */
    void keep(KeptLogin login) {
        var _ = locked(login.issuer(), () -> {
            write(login);
            return login;
        });
    }

    /**
     * The access token of a login, renewed where it ends soon.
     *
     * @throws CommandFailed when nobody is logged in there, or the provider renews it no more
     */
    String token(String issuer) {
        var kept = find(issuer).orElseThrow(() -> ended(issuer, "nobody is logged in at " + issuer));
        return isLong(kept, TOO_SHORT) ? kept.accessToken() : locked(issuer, () -> renewed(issuer));
    }

    /** Takes a login away; the last step is another's, who is given what was kept. */
    Optional<KeptLogin> remove(String issuer) {
        return locked(issuer, () -> {
            var kept = find(issuer);
            delete(issuer);
            return kept;
        });
    }

    private boolean isLong(KeptLogin login, Duration least) {
        return now.instant().plus(least).isBefore(login.expiresAt());
    }

    /** Within the lock: another command may have renewed it, or logged out, meanwhile. */
    private String renewed(String issuer) {
        var kept = find(issuer).orElseThrow(() -> ended(issuer, "nobody is logged in at " + issuer));
        if (isLong(kept, TOO_SHORT)) {
            return kept.accessToken();
        }
        if (kept.refreshToken().isEmpty()) {
            throw ended(issuer, "the login at " + issuer + " has ended");
        }
        ProviderCalls.Answer answer;
        try {
            answer = ProviderCalls.post(
                    ProviderCalls.safe(kept.tokenAddress(), "the provider's address"),
                    Map.of(
                            "grant_type", "refresh_token",
                            "client_id", kept.client(),
                            "refresh_token", kept.refreshToken()));
        } catch (CommandFailed away) {
            return lastResort(kept, away);
        }
        if (answer.isOk() && !answer.body().path("access_token").asString("").isEmpty()) {
            var renewed = kept.with(answer.body(), now.instant());
            write(renewed);
            return renewed.accessToken();
        }
        if (answer.error().equals("invalid_grant")) {
            delete(issuer); // It is of no use any more.
            throw ended(issuer, "the login at %s has ended: %s".formatted(issuer, answer.reason()));
        }
        return lastResort(
                kept,
                new CommandFailed(
                        ExitCode.RETRY_LATER,
                        "the login at %s could not be renewed: %s; try again".formatted(issuer, answer.reason())));
    }

    /** The provider is away: a token that ends within seconds is better than none. */
    private String lastResort(KeptLogin kept, CommandFailed away) {
        if (isLong(kept, Duration.ZERO)) {
            return kept.accessToken();
        }
        throw away;
    }

    static CommandFailed ended(String issuer, String sentence) {
        return new CommandFailed(
                ExitCode.AUTHENTICATION, "%s; log in with `fairlead login --issuer %s`".formatted(sentence, issuer));
    }

    private <T> T locked(String issuer, Supplier<T> work) {
        WITHIN.lock();
        try (var channel = PrivateFile.openLock(file(issuer, ".lock"));
                var _ = channel.lock()) {
            return work.get();
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.FAILED, "cannot lock %s (%s); make it writable".formatted(folder, e.getMessage()));
        } finally {
            WITHIN.unlock();
        }
    }

    private void write(KeptLogin login) {
        try {
            PrivateFile.write(file(login.issuer(), ".json"), JSON.writeValueAsString(login));
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.FAILED, "cannot keep the login in %s (%s)".formatted(folder, e.getMessage()));
        }
    }

    private void delete(String issuer) {
        try {
            Files.deleteIfExists(file(issuer, ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<KeptLogin> read(Path file) {
        try {
            return PrivateFile.find(file).map(text -> parsed(file, text)).filter(java.util.Objects::nonNull);
        } catch (IOException e) {
            throw new CommandFailed(
                    ExitCode.FAILED, "cannot read %s (%s); delete it and log in again".formatted(file, e.getMessage()));
        }
    }

    private static @Nullable KeptLogin parsed(Path file, String text) {
        try {
            return JSON.readValue(text, KeptLogin.class);
        } catch (JacksonException e) {
            // What it says of the text may hold a token.
            throw new CommandFailed(
                    ExitCode.FAILED, "%s holds no login of this build; delete it and log in again".formatted(file));
        }
    }

    private Path file(String issuer, String ending) {
        return folder.resolve(
                Sha256.hex(issuer.getBytes(StandardCharsets.UTF_8)).substring(0, 32) + ending);
    }
}
