package io.fairlead.app.web;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Where files stand while they are taken in: below the data folder, for nobody else to read, and gone with the request. What a
 * process that was killed left there goes at the next start; its supervisor takes it away as well.
 */
@Configuration(proxyBeanMethods = false)
public class Spool {

    private final Path folder;
    private final boolean isOwn;

    Spool(Environment environment) throws IOException {
        var data = environment.getProperty("fairlead.data", environment.getProperty("FAIRLEAD_DATA", ""));
        this.isOwn = data.isBlank();
        this.folder = isOwn
                ? Files.createTempDirectory("fairlead-spool")
                : Files.createDirectories(Path.of(data).toAbsolutePath().resolve("spool"))
                        .resolve(environment.getProperty("FAIRLEAD_NODE", "node-1"));
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        sweep();
    }

    @Bean
    MultipartConfigElement spooledParts(MultipartProperties parts) {
        parts.setLocation(folder.toString());
        return parts.createMultipartConfig();
    }

    /** Nothing is under way any more. */
    @PreDestroy
    void end() throws IOException {
        sweep();
        if (isOwn) {
            Files.deleteIfExists(folder);
        }
    }

    private void sweep() throws IOException {
        try (var files = Files.list(folder)) {
            files.filter(Files::isRegularFile).forEach(Spool::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
