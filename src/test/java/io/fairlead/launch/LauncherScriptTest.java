package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the launcher script looks for a JDK 25, what it says without one, and when it builds. */
class LauncherScriptTest {

    private record Ended(int code, String out, String err) {}

    private static final Path SCRIPT =
            Path.of("..", "fairlead").toAbsolutePath().normalize();

    private static final FileAttribute<?> EXECUTABLE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

    @TempDir
    private Path folder;

    private Path bin = Path.of("unset");

    /** A path with the tools the script needs and no Java at all. */
    @BeforeEach
    void tools() throws IOException {
        bin = Files.createDirectories(folder.resolve("bin"));
        for (var tool : new String[] {"bash", "sed", "dirname", "readlink", "env"}) {
            var place = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(bin.resolve(tool), Files.exists(place) ? place : Path.of("/bin", tool));
        }
        Files.createDirectories(folder.resolve("jvm"));
    }

    /** So that the folder's end does not warn of each. */
    @AfterEach
    void removeLinks() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void java_home_is_taken_if_it_is_a_jdk_25() throws Exception {
        var jdk = jdk("elsewhere/jdk", "25.0.1");
        assertThat(script(Map.of("JAVA_HOME", jdk.toString()), "jdk").out().strip())
                .isEqualTo(jdk.toString());
    }

    @Test
    void an_older_java_home_is_passed_over_for_the_system_folder() throws Exception {
        var old = jdk("elsewhere/jdk", "17.0.9");
        var _ = jdk("jvm/java-21", "21");
        var right = jdk("jvm/temurin-25", "25");
        assertThat(script(Map.of("JAVA_HOME", old.toString()), "jdk").out().strip())
                .isEqualTo(right.toString());
    }

    @Test
    void the_one_on_the_path_is_found_through_its_links() throws Exception {
        var jdk = jdk("elsewhere/jdk", "25.0.1");
        Files.createSymbolicLink(bin.resolve("javac"), jdk.resolve("bin/javac"));
        assertThat(script(Map.of(), "jdk").out().strip()).isEqualTo(jdk.toString());
    }

    @Test
    void sdkman_is_looked_into() throws Exception {
        var jdk = jdk(".sdkman/candidates/java/25-tem", "25");
        assertThat(script(Map.of(), "jdk").out().strip()).isEqualTo(jdk.toString());
    }

    @Test
    void without_one_the_script_says_in_one_line_how_to_get_it() throws Exception {
        var _ = jdk("jvm/java-21", "21");
        var ended = script(Map.of(), "up");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains("JDK 25 is missing", "adoptium", "JAVA_HOME");
    }

    @Test
    void it_works_through_a_link_and_from_another_folder() throws Exception {
        var jdk = jdk("jvm/temurin-25", "25");
        var link = Files.createSymbolicLink(folder.resolve("link"), SCRIPT);
        assertThat(run(link, Map.of(), "jdk").out().strip()).isEqualTo(jdk.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemas check --json", "schemas diff", "schemas impact TimeApproved", "schemas release"})
    void the_gate_before_contracts_runs_on_classes_of_an_older_build_and_says_so(String line) throws Exception {
        var ended = run(built(), Map.of(), line.split(" "));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("java ran", "io.fairlead.cli.Fairlead " + line);
        assertThat(ended.err())
                .isEqualToNormalizingNewlines("fairlead: sources are newer than the build; who reads a field is told of"
                        + " the classes as they were built\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "down --wait", "up --help", "schemas -h", "--help"})
    void to_stop_or_to_explain_needs_no_build_either(String line) throws Exception {
        var ended = run(built(), Map.of(), line.split(" "));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("java ran", "io.fairlead.cli.Fairlead " + line);
        assertThat(ended.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "schemas verify", "schemas", "status"})
    void all_else_is_built_before(String line) throws Exception {
        assertBuilds(run(built(), Map.of(), line.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schemas check", "down", "--help"})
    void without_classes_all_is_built(String line) throws Exception {
        var script = built();
        Files.delete(script.resolveSibling("src/target/app-1-lab.jar"));
        assertBuilds(run(script, Map.of(), line.split(" ")));
    }

    private static void assertBuilds(Ended ended) {
        assertThat(ended.err()).contains("Maven >= 3.8.7 is missing");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
    }

    /** The script in a checkout whose contracts are newer than what was built, with a Java that tells how it was called. */
    private Path built() throws IOException {
        for (var tool : new String[] {"find", "touch"}) {
            var place = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(bin.resolve(tool), Files.exists(place) ? place : Path.of("/bin", tool));
        }
        var java = Files.createFile(jdk("jvm/temurin-25", "25").resolve("bin/java"), EXECUTABLE);
        Files.writeString(java, "#!" + bin.resolve("bash") + "\necho \"java ran $*\"\n");
        var home = folder.resolve("checkout");
        Files.createDirectories(home.resolve("src/target/lib"));
        Files.createFile(home.resolve("src/target/app-1.jar"));
        Files.createFile(home.resolve("src/target/app-1-lab.jar"));
        var stamp = Files.createFile(home.resolve("src/target/built"));
        Files.setLastModifiedTime(stamp, FileTime.from(Instant.EPOCH));
        Files.createDirectories(home.resolve("schemas/src/main/avro"));
        Files.createFile(home.resolve("schemas/src/main/avro/time.avdl"));
        return Files.copy(SCRIPT, home.resolve("fairlead"));
    }

    private Path jdk(String place, String version) throws IOException {
        var home = folder.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(home.resolve("bin/javac"), EXECUTABLE);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home.toRealPath();
    }

    private Ended script(Map<String, String> environment, String... arguments) throws Exception {
        return run(SCRIPT, environment, arguments);
    }

    private Ended run(Path script, Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(bin.resolve("bash").toString());
        command.add(script.toString());
        command.addAll(List.of(arguments));
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", bin.toString(),
                        "HOME", folder.toRealPath().toString(),
                        "FAIRLEAD_JVM_DIR", folder.resolve("jvm").toRealPath().toString()));
        builder.environment().putAll(environment);
        var process = builder.start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, Files.readString(err));
    }
}
