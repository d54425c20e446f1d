package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * Passwords and tokens of one data folder: made at random at the first start, each in a file of its own that only the user reads
 * who started Fairlead. Never on a command line, which every account of the machine sees.
 */
public final class Secrets {

    /** What the sandbox ERP asks its callers for. */
    public static final String ERP_TOKEN = "erp.token";

    /** What the application's own schema registry asks parts of the same stack for, where callers log in. */
    public static final String REGISTRY_TOKEN = "registry.token";

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    public Secrets(DataFolder data) {
        this.folder = data.root().resolve("secrets");
    }

    /** Where a secret is kept. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** What the file holds; empty when there is none. */
    public Optional<String> find(String name) {
        try {
            return Optional.of(Files.readString(file(name)).strip()).filter(secret -> !secret.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LaunchFailed(
                    "cannot read %s (%s); it belongs to whoever started Fairlead on this folder"
                            .formatted(file(name), e.getMessage()),
                    e);
        }
    }

    /**
     * What the file holds.
     *
     * @throws LaunchFailed when there is none: nothing was ever started on the folder
     */
    public String read(String name) {
        return find(name)
                .orElseThrow(() -> new LaunchFailed("%s is missing; `fairlead up` makes it".formatted(file(name))));
    }

    /** What the file holds, made at random where there is none. */
    public String orMade(String name) {
        return find(name).orElseGet(() -> {
            var made = random();
            keep(name, made);
            return made;
        });
    }

    /** 256 bits as 43 letters, digits, {@code -} and {@code _}: fits in any address and settings file as it is. */
    static String random() {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Written aside, to the disk, then moved into place: a kill leaves the former or the new one. */
    void keep(String name, String text) {
        try {
            makeFolder();
            PrivateFile.write(file(name), text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(name), e);
        }
    }

    private void makeFolder() throws IOException {
        Files.createDirectories(folder);
        if (isPosix()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
