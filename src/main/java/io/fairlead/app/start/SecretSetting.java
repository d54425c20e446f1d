package io.fairlead.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Secrets from files that only their owner reads, since variables and command lines are seen by others sooner or later. */
public final class SecretSetting {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /**
     * The secret that a setting names: the text of the file of {@code <setting>_FILE}, else the setting itself.
     *
     * @param settings values by name, null or blank where none is given
     * @return empty where neither is given
     * @throws SettingRefused when both are given, or the file is no secret
     */
    public static String of(UnaryOperator<@Nullable String> settings, String setting) {
        var direct = Objects.requireNonNullElse(settings.apply(setting), "");
        var fileSetting = setting + "_FILE";
        var file = Objects.requireNonNullElse(settings.apply(fileSetting), "");
        if (file.isBlank()) {
            return direct;
        }
        if (!direct.isBlank()) {
            throw new SettingRefused(
                    fileSetting, setting + " is set too, and which one holds is not said", "Leave one of them out.");
        }
        var secret = text(fileSetting, file).strip();
        if (secret.isEmpty()) {
            throw new SettingRefused(fileSetting, file + " is empty", "Write the secret into it, on one line.");
        }
        return secret;
    }

    /**
     * What a file of secrets holds.
     *
     * @throws SettingRefused when it cannot be read, or by others than its owner too
     */
    public static String text(String setting, String file) {
        try {
            var path = Path.of(file);
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")
                    && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
                throw new SettingRefused(
                        setting, file + " is open to other accounts of this machine", "Run: chmod 600 " + file);
            }
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new SettingRefused(
                    setting, "there is no file " + file, "Make it, or name the one that holds the secret.");
        } catch (IOException | InvalidPathException e) {
            throw new SettingRefused(
                    setting,
                    "%s cannot be read (%s)".formatted(file, e.getMessage()),
                    "Give its text to the account that runs Fairlead.");
        }
    }

    private SecretSetting() {}
}
