package io.fairlead.idp;

import io.fairlead.launch.LaunchFailed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipInputStream;

/**
 * Keycloak as Maven Central delivers it, brought by Maven, so that its settings, mirrors and local repository hold; what comes is
 * compared with the digest that we know.
 *
 * @param artifact coordinates for Maven
 * @param file name of what comes
 * @param sha256 what it has to be
 * @param program how Maven is called
 */
record KeycloakDelivery(String artifact, String file, String sha256, List<String> program) {

    static final String VERSION = "26.7.3";
    static final KeycloakDelivery CENTRAL = new KeycloakDelivery(
            "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":zip",
            "keycloak-quarkus-dist-" + VERSION + ".zip",
            "27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f",
            List.of("mvn"));

    /** Brings it and unpacks it into the folder, which is there afterwards only with everything in it. */
    void into(Path folder) {
        try {
            var parent = Files.createDirectories(folder.resolveSibling("bringing"));
            var zip = parent.resolve(file);
            bring(parent);
            requireKnown(zip);
            var aside = parent.resolve("unpacked");
            unpack(zip, aside);
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(zip);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + artifact + " into " + folder, e);
        }
    }

    private void bring(Path into) throws IOException {
        var command = new java.util.ArrayList<>(program);
        command.addAll(List.of(
                "-q",
                "-B",
                "-C", // A sum that is not Central's ends it.
                "-Dstyle.color=never",
                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
                "-Dartifact=" + artifact,
                "-DoutputDirectory=" + into));
        var log = into.resolve("maven.log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(into.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0 || !Files.exists(into.resolve(file))) {
                throw new LaunchFailed(
                        "Maven did not bring %s: %s; is Maven Central, or the mirror of your settings.xml, to be reached? see %s"
                                .formatted(artifact, firstError(log), log));
            }
        } catch (IOException e) {
            throw new LaunchFailed(
                    "%s does not start (%s); install Maven >= 3.8.7, which brings %s"
                            .formatted(program.getFirst(), e.getMessage(), artifact),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted while Maven brought " + artifact, e);
        }
    }

    private static String firstError(Path log) throws IOException {
        try (var lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("[ERROR]"))
                    .findFirst()
                    .map(line -> line.replaceFirst("\\[ERROR] *", ""))
                    .orElse("it told no reason");
        }
    }

    private void requireKnown(Path zip) throws IOException {
        var digest = digestOf(zip);
        if (!digest.equals(sha256)) {
            Files.delete(zip);
            throw new LaunchFailed(
                    "what came as %s is not what it has to be: SHA-256 %s instead of %s; it was thrown away"
                            .formatted(artifact, digest, sha256));
        }
    }

    static String digestOf(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }

    /** The one folder that the archive holds becomes the target; a name that leads out of it is refused. */
    static void unpack(Path zip, Path target) throws IOException {
        if (Files.exists(target)) {
            new io.fairlead.launch.DataFolder(target).delete();
        }
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = entry.getName().replaceFirst("^[^/]*/", "");
                var file = target.resolve(name).normalize();
                if (!file.startsWith(target)) {
                    throw new LaunchFailed(
                            "%s holds %s, which leads out of its folder".formatted(zip, entry.getName()));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
    }
}
