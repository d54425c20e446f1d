package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where one Fairlead keeps everything it owns; every process and command that touches the disk asks here for its place.
 *
 * @param root absolute path, by default {@code data} in the checkout, else what {@code FAIRLEAD_DATA} names
 */
public record DataFolder(Path root) {

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder that {@code FAIRLEAD_DATA} names, else {@code data} beside the launcher script. */
    public static DataFolder of(Map<String, String> environment) {
        var named = environment.getOrDefault("FAIRLEAD_DATA", "");
        return new DataFolder(named.isBlank() ? home().resolve("data") : Path.of(named));
    }

    /** The checkout, as the launcher script tells it, else the current folder. */
    public static Path home() {
        return Path.of(System.getProperty("fairlead.home", "")).toAbsolutePath();
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path postgresBinaries() {
        return root.resolve("postgres-binaries");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path sandbox() {
        return root.resolve("sandbox");
    }

    public Path ports() {
        return root.resolve("ports.properties");
    }

    /** The log of a part, kept over restarts; older generations stand beside it, see {@link LogTurnover}. */
    public Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    /** A file that describes a running process. */
    public Path run(String name) {
        return root.resolve("run").resolve(name);
    }

    /** Where a part makes its temporary files: nobody else tidies up after a process that was killed. */
    Path temporary(String part) {
        return root.resolve("tmp").resolve(part);
    }

    /** An empty one, since the part's former process is gone. */
    Path freshTemporary(String part) {
        var folder = temporary(part);
        new DataFolder(folder).delete();
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LaunchFailed("cannot create %s (%s); make it writable".formatted(folder, e.getMessage()), e);
        }
    }

    /** Where application processes keep files while they take them in, in a folder each. */
    Path spool() {
        return root.resolve("spool");
    }

    /** Takes away what was left there by processes that were killed; none may run. */
    void sweepSpool() {
        new DataFolder(spool()).delete();
    }

    /** Creates the folders that hold logs and run files; nobody else on the machine may look in. */
    public void create() {
        try {
            Files.createDirectories(root);
            closed(root);
            Files.createDirectories(root.resolve("logs"));
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(sandbox());
        } catch (IOException e) {
            throw new LaunchFailed(
                    "cannot create the data folder %s (%s); make its parent writable or set FAIRLEAD_DATA"
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    /** Closes what older builds left open, each file for itself; nothing may run on the folder. */
    void closeAll() {
        try {
            for (var own : List.of(root.resolve("logs"), root.resolve("run"), sandbox(), kafka())) {
                if (Files.isDirectory(own)) {
                    try (var files = Files.walk(own)) {
                        for (var file : files.toList()) {
                            closed(file);
                        }
                    }
                }
            }
            closed(postgresBinaries());
        } catch (IOException e) {
            throw new LaunchFailed(
                    "cannot close %s to other accounts (%s); start it as the account that owns the files"
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    /** Takes away what others may do with a file or folder; links and what is not there are left alone. */
    static void closed(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var folder = Files.isDirectory(file);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
        }
    }

    /** Deletes the folder with everything in it; nothing may run on it. */
    public void delete() {
        if (!Files.exists(root)) {
            return;
        }
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
