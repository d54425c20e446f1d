package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A cache of a small jar through its life: recorded, made, used, and of no use any more. */
@Timeout(240)
class StartCacheTest {

    private static final List<String> OPTIONS = List.of("-Xmx64m");

    @TempDir
    private Path folder;

    private Path jar;

    /** What the jar's program does. */
    static final class Hello {

        public static void main(String[] arguments) {
            System.out.println("hello");
        }

        private Hello() {}
    }

    @BeforeEach
    void pack() throws Exception {
        jar = folder.resolve("app.jar");
        var classes = new ArrayList<Path>();
        for (var one : List.of(StartCacheMaker.class, Hello.class)) {
            var root = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            var all = root.resolve(one.getPackageName().replace('.', '/'));
            try (var files = Files.list(all)) {
                classes.addAll(files.filter(file -> file.toString().endsWith(".class"))
                        .filter(file -> one == StartCacheMaker.class
                                || file.getFileName().toString().equals("StartCacheTest$Hello.class"))
                        .toList());
            }
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : classes) {
                out.putNextEntry(new JarEntry("io/fairlead/launch/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
    }

    @Test
    void a_later_start_finds_its_classes_in_the_cache_that_the_first_run_led_to() throws Exception {
        var former = cache().file().resolveSibling("0123456789abcdef.aot");
        assertThat(hello(cache().usingOrRecording())).contains("hello").doesNotContain("Hello source: shared objects");
        assertThat(cache().list()).exists();
        Files.createFile(former);

        assertThat(make()).isZero();

        assertThat(cache().isMade()).isTrue();
        assertThat(cache().usingOrRecording())
                .isEqualTo(cache().using())
                .containsExactly("-XX:AOTCache=" + cache().file());
        assertThat(hello(cache().using()))
                .contains("hello")
                .containsPattern("StartCacheTest\\$Hello source: shared objects");
        assertThat(List.of(former, cache().list()))
                .as("former jars' cache and the list")
                .noneMatch(Files::exists);
        assertThat(cache().makeInBackground(OPTIONS)).as("made once").isEmpty();
    }

    @Test
    void java_starts_without_a_cache_that_is_missing_torn_or_of_other_jars() throws Exception {
        hello(cache().usingOrRecording());
        assertThat(make()).isZero();
        var file = cache().file();
        var use = cache().using();
        var whole = Files.readAllBytes(file);

        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(hello(use)).as("of another jar").contains("hello").doesNotContain("Hello source: shared objects");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole.length / 2);
        }
        assertThat(hello(use)).as("torn").contains("hello");
        Files.writeString(file, "no cache at all");
        assertThat(hello(use)).as("foreign").contains("hello");
        Files.delete(file);
        assertThat(hello(use)).as("missing").contains("hello");
    }

    @Test
    void jars_that_were_built_again_come_or_go_have_another_cache() throws IOException {
        var first = cache();
        assertThat(cache()).as("nothing changed").isEqualTo(first);

        var second = Files.copy(jar, folder.resolve("second.jar"));
        var both = StartCache.of(Map.of(), jar + File.pathSeparator + second).orElseThrow();
        var turned = StartCache.of(Map.of(), second + File.pathSeparator + jar).orElseThrow();
        assertThat(List.of(first.file(), both.file(), turned.file())).doesNotHaveDuplicates();

        var time = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(time.toMillis() + 1));
        assertThat(cache()).as("another time").isNotEqualTo(first);
        Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
        Files.setLastModifiedTime(jar, time);
        assertThat(cache()).as("another size").isNotEqualTo(first);
    }

    @Test
    void classes_outside_of_jars_have_no_cache() throws IOException {
        var classes = Files.createDirectory(folder.resolve("classes"));
        assertThat(StartCache.of(Map.of(), jar + File.pathSeparator + classes)).isEmpty();
        assertThat(StartCache.of(Map.of(), folder.resolve("missing.jar").toString()))
                .isEmpty();
    }

    @Test
    void it_can_be_switched_off_and_any_other_word_is_refused() {
        assertThat(StartCache.of(Map.of(StartCache.SWITCH, "false"), jar.toString()))
                .isEmpty();
        assertThat(StartCache.of(Map.of(StartCache.SWITCH, "true"), jar.toString()))
                .isPresent();
        assertThatThrownBy(() -> StartCache.of(Map.of(StartCache.SWITCH, "off"), jar.toString()))
                .isInstanceOf(LaunchFailed.class)
                .hasMessage("FAIRLEAD_START_CACHE is \"off\"; use true or false");
    }

    @Test
    void nothing_is_recorded_where_nothing_can_be_kept() throws IOException {
        Files.createFile(cache().file().getParent());
        assertThat(cache().usingOrRecording()).isEmpty();
        assertThat(cache().makeInBackground(OPTIONS)).isEmpty();
    }

    @Test
    void of_two_makers_the_second_leaves_it_to_the_first() throws Exception {
        hello(cache().usingOrRecording());
        var lock = cache().file().resolveSibling("making.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(make()).isEqualTo(1);
        }
        assertThat(names()).containsExactly("making.lock");
    }

    @Test
    void a_maker_that_is_killed_leaves_no_cache_and_a_later_run_makes_it() throws Exception {
        hello(cache().usingOrRecording());
        cache().makeInBackground(OPTIONS).orElseThrow().destroyForcibly().waitFor();
        assertThat(cache().isMade()).isFalse();

        hello(cache().usingOrRecording());
        assertThat(make()).isZero();
        assertThat(cache().isMade()).isTrue();
    }

    @Test
    void what_cannot_be_made_is_told_and_not_tried_again_with_the_same_jars() throws Exception {
        hello(cache().usingOrRecording());
        var impossible = List.of("-XX:NoSuchOption=1");
        assertThat(cache().makeInBackground(impossible).orElseThrow().waitFor()).isEqualTo(1);
        assertThat(cache().isMade()).isFalse();
        assertThat(cache().usingOrRecording()).isEmpty();
        assertThat(cache().file().resolveSibling("making.log"))
                .content()
                .contains("Unrecognized VM option 'NoSuchOption=1'");
        assertThat(StartCacheMaker.refusal(cache().file())).content().contains("making.log");
    }

    private StartCache cache() {
        return StartCache.of(Map.of(), jar.toString()).orElseThrow();
    }

    private int make() throws InterruptedException {
        return cache().makeInBackground(OPTIONS).orElseThrow().waitFor();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(cache().file().getParent())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** What the jar's program says when it starts with the options, and where its classes come from. */
    @CanIgnoreReturnValue
    private String hello(List<String> options) throws Exception {
        var command = new ArrayList<>(List.of(JavaProcess.java(), "-XX:+UseSerialGC"));
        command.addAll(OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-Xlog:class+load", Hello.class.getName()));
        var output = folder.resolve("output");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", jar.toString());
        assertThat(builder.start().waitFor())
                .as(() -> String.join(" ", command))
                .isZero();
        return Files.readString(output);
    }
}
