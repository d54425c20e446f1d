package io.fairlead.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Small property files that another process may read at any moment: written aside, then moved into place. */
final class AtomicProperties {

    static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var values = new TreeMap<String, String>();
        properties.forEach((key, value) -> values.put(key.toString(), value.toString()));
        return values;
    }

    static void write(Path file, Map<String, String> values) {
        var aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(aside);
            var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                // Addresses may hold a database password.
                Files.createFile(
                        aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            var properties = new Properties();
            properties.putAll(values);
            try (var out = Files.newBufferedWriter(aside)) {
                properties.store(out, null);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AtomicProperties() {}
}
