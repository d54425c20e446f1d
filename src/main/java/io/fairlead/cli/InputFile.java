package io.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a person names. */
final class InputFile {

    private static final long MEBIBYTE = 1L << 20;
    private static final long BYTES_MAX = 64 * MEBIBYTE;

    /**
     * Its bytes.
     *
     * @throws CommandFailed naming the file, when it cannot be read or is too large
     */
    static byte[] read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > BYTES_MAX) {
                throw new CommandFailed(
                        ExitCode.USAGE,
                        "%s is larger than %d MiB; export a shorter period and import the files one after the other"
                                .formatted(file, BYTES_MAX / MEBIBYTE));
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "%s cannot be read (%s); check the path"
                            .formatted(file, unreadable.getClass().getSimpleName()));
        }
    }

    private InputFile() {}
}
