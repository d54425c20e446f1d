package io.fairlead.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a person names. */
public final class InputFile {

    private static final int MEBIBYTE = 1 << 20;
    private static final int BYTES_MAX = 64 * MEBIBYTE;

    /**
     * Its bytes.
     *
     * @throws CommandFailed naming the file, when it cannot be read, is no regular file or is larger than 64 MiB
     */
    public static byte[] read(Path file) {
        // A device or a pipe tells no size and may never end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "%s is no regular file, but a folder, device or pipe; write what it holds into a file and name that"
                            .formatted(file));
        }
        try (var in = Files.newInputStream(file)) {
            var content = in.readNBytes(BYTES_MAX + 1); // The size that a file tells may be wrong, or grow.
            if (content.length > BYTES_MAX) {
                throw new CommandFailed(
                        ExitCode.USAGE,
                        "%s is larger than %d MiB; export a shorter period and import the files one after the other"
                                .formatted(file, BYTES_MAX / MEBIBYTE));
            }
            return content;
        } catch (IOException unreadable) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "%s cannot be read (%s); check the path"
                            .formatted(file, unreadable.getClass().getSimpleName()));
        }
    }

    private InputFile() {}
}
