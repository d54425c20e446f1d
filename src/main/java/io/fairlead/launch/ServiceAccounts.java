package io.fairlead.launch;

import io.fairlead.launch.ServiceAccount.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The service accounts of a data folder whose Kafka and PostgreSQL run. Of a password the servers keep what checks it; the file
 * that is to be handed on is the only place where it stands.
 *
 * @param data the folder
 * @param now the time
 */
public record ServiceAccounts(DataFolder data, InstantSource now) {

    /** The account is there already, or is not there. */
    public static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final boolean isMissing;

        private Unfit(boolean isMissing, String message) {
            super(message);
            this.isMissing = isMissing;
        }

        /** Whether there is no such account. */
        public boolean isMissing() {
            return isMissing;
        }
    }

    /** All, by name. */
    public List<ServiceAccount> list() {
        return AtomicProperties.read(file()).entrySet().stream()
                .map(entry -> {
                    var fields = entry.getValue().split(" ");
                    return new ServiceAccount(
                            entry.getKey(), Kind.valueOf(fields[0].toUpperCase(Locale.ROOT)), fields[1]);
                })
                .toList();
    }

    /** Makes one; returns it and leaves its password in its file. */
    public ServiceAccount add(String name, Kind kind) {
        return alone(() -> {
            find(name).ifPresent(there -> {
                throw new Unfit(
                        false,
                        "there is an account %s already; a new password comes by `fairlead accounts rotate %s`"
                                .formatted(name, name));
            });
            return let(new ServiceAccount(name, kind, time()));
        });
    }

    /** Gives one a new password; the old one opens no session from now on. What a kill left half made is made whole. */
    public ServiceAccount rotate(String name) {
        return alone(() -> let(new ServiceAccount(name, known(name).kind(), time())));
    }

    /** Takes one away, with its sessions; what it was called may be another's later. */
    public ServiceAccount revoke(String name) {
        return alone(() -> {
            var account = known(name);
            server(account.kind()).remove(account);
            try {
                Files.deleteIfExists(new Secrets(data).file(account.file()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            write(name, Optional.empty());
            return account;
        });
    }

    /** Where an account is let in. */
    interface Server {

        /** Makes it or gives it another password; returns what its file is to hold. */
        String let(ServiceAccount account, String password);

        void remove(ServiceAccount account);
    }

    /** It is noted first: a start of Kafka takes out users whom nobody noted. */
    private ServiceAccount let(ServiceAccount account) {
        var server = server(account.kind());
        write(account.name(), Optional.of(account));
        new Secrets(data).keep(account.file(), server.let(account, Secrets.random()));
        return account;
    }

    private Server server(Kind kind) {
        var addresses = LocalStack.running(data)
                .orElseThrow(() ->
                        new LaunchFailed("Fairlead does not run on %s; `fairlead up` first".formatted(data.root())));
        var part = kind == Kind.TOPICS ? Part.KAFKA : Part.POSTGRES;
        int port = new Ports(data, java.util.Map.of()).remembered(part.id()).orElse(0);
        if (!addresses.of(part).contains("127.0.0.1:" + port)) {
            throw new LaunchFailed(
                    "%s is somebody else's (%s); make the account there".formatted(part.id(), addresses.of(part)));
        }
        return kind == Kind.TOPICS ? new KafkaRights(data) : new PostgresAccounts(new PostgresLogins(data), port);
    }

    private Optional<ServiceAccount> find(String name) {
        return list().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    private ServiceAccount known(String name) {
        return find(name)
                .orElseThrow(
                        () -> new Unfit(true, "there is no account %s; see `fairlead accounts list`".formatted(name)));
    }

    private String time() {
        return now.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void write(String name, Optional<ServiceAccount> account) {
        var all = new TreeMap<>(AtomicProperties.read(file()));
        account.ifPresentOrElse(
                one -> all.put(name, one.kind().name().toLowerCase(Locale.ROOT) + " " + one.since()),
                () -> all.remove(name));
        AtomicProperties.write(file(), all);
    }

    private Path file() {
        return data.root().resolve("accounts.properties");
    }

    /** Two commands at once would each write the list without the other's. */
    private <T> T alone(Supplier<T> work) {
        data.create();
        try (var channel = PrivateFile.openLock(data.run("accounts.lock"));
                var _ = channel.lock()) {
            return work.get();
        } catch (IOException | OverlappingFileLockException e) {
            throw new LaunchFailed("cannot change the accounts of %s (%s)".formatted(data.root(), e.getMessage()), e);
        }
    }
}
