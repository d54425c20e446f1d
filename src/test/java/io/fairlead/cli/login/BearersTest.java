package io.fairlead.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.launch.DataFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token goes to the server that it is meant for, and only encrypted or within this machine. */
class BearersTest {

    @TempDir
    private Path folder;

    private Path file;
    private Map<String, String> environment;

    @BeforeEach
    void putToken() throws Exception {
        file = Files.createFile(
                folder.resolve("token"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "one\n");
        environment = Map.of("FAIRLEAD_TOKEN_FILE", file.toString(), "XDG_CONFIG_HOME", folder.toString());
    }

    @Test
    void a_machine_sends_what_stands_in_its_file_at_that_moment() throws Exception {
        var bearer = Bearers.ofServer(environment, "https://fairlead.example.com");
        assertThat(bearer.token()).isEqualTo("one");
        Files.writeString(file, "two\n");
        assertThat(bearer.token()).isEqualTo("two");
        assertThat(bearer.isActor()).isTrue();
        assertThat(bearer.toString()).doesNotContain("two");
    }

    @Test
    void a_file_that_others_may_read_or_that_holds_no_token_is_refused() throws Exception {
        var bearer = Bearers.ofServer(environment, "https://fairlead.example.com");
        Files.writeString(file, "two words\n");
        assertThatThrownBy(bearer::token).hasMessageContaining("holds no token");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw----r--"));
        assertThatThrownBy(bearer::token).hasMessageContaining("chmod 600");
        Files.delete(file);
        assertThatThrownBy(bearer::token).hasMessageContaining("holds no token");
    }

    @Test
    void no_token_goes_over_a_network_that_others_may_read() {
        assertThatThrownBy(() -> Bearers.ofServer(environment, "http://fairlead.example.com"))
                .hasMessageContaining("use https://");
        assertThat(Bearers.ofServer(environment, "http://127.0.0.1:8080").token())
                .isEqualTo("one");
    }

    @Test
    void without_a_file_and_a_login_nothing_is_sent() {
        var bare = Map.of("XDG_CONFIG_HOME", folder.toString());
        assertThat(Bearers.ofServer(bare, "http://fairlead.example.com")).isEqualTo(Bearer.NONE);
        assertThat(Bearers.ofFolder(bare, new DataFolder(folder))).isEqualTo(Bearer.NONE);
    }
}
