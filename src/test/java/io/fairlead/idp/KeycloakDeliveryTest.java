package io.fairlead.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.access.Role;
import io.fairlead.launch.LaunchFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What Maven brings is what we know, or nothing is left of it; and the realm has what Fairlead asks for. */
class KeycloakDeliveryTest {

    @TempDir
    private Path folder;

    private Path target() {
        return folder.resolve("keycloak/1");
    }

    /** A Maven that brings the archive, or only says something and fails. */
    private KeycloakDelivery delivery(String sha256, String script) {
        return new KeycloakDelivery("a:b:1:zip", "b-1.zip", sha256, List.of("sh", "-c", script));
    }

    private Path archive(Map<String, String> files) throws IOException {
        var zip = folder.resolve("b-1.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    @Test
    void what_came_and_is_known_is_unpacked_without_its_outer_folder() throws Exception {
        var zip = archive(Map.of("b-1/lib/run.jar", "x", "b-1/conf/c", "y"));
        delivery(KeycloakDelivery.digestOf(zip), "cp ../../b-1.zip .").into(target());
        assertThat(target().resolve("lib/run.jar")).hasContent("x");
        assertThat(target().resolve("conf/c")).hasContent("y");
    }

    @Test
    void what_came_and_is_another_is_thrown_away() throws Exception {
        var _ = archive(Map.of("b-1/evil", "x"));
        assertThatThrownBy(() -> delivery("00", "cp ../../b-1.zip .").into(target()))
                .isInstanceOf(LaunchFailed.class)
                .hasMessageContaining("is not what it has to be");
        assertThat(target()).doesNotExist();
        try (Stream<Path> left = Files.list(target().resolveSibling("bringing"))) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".zip"));
        }
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_refused() throws Exception {
        var zip = archive(Map.of("b-1/../../evil", "x"));
        assertThatThrownBy(() -> KeycloakDelivery.unpack(zip, folder.resolve("out")))
                .hasMessageContaining("leads out of its folder");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void a_maven_that_reaches_nothing_or_is_not_there_is_told_with_its_reason() {
        assertThatThrownBy(() -> delivery("00", "echo '[ERROR] Could not transfer b-1.zip'; exit 1")
                        .into(target()))
                .hasMessageContaining("Could not transfer b-1.zip")
                .hasMessageContaining("Maven Central");
        var absent = new KeycloakDelivery("a:b:1:zip", "b-1.zip", "00", List.of("no-such-maven"));
        assertThatThrownBy(() -> absent.into(target())).hasMessageContaining("install Maven");
    }

    @Test
    void the_realm_has_each_role_and_clients_that_prove_their_key() {
        var realm = JsonMapper.shared().readTree(Keycloak.realm());
        assertThat(realm.path("roles").path("realm").valueStream().map(role -> role.path("name")
                        .asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Role.values()).map(Role::claim).toList());
        assertThat(realm.path("clients").valueStream().filter(client -> client.path("standardFlowEnabled")
                        .asBoolean()))
                .isNotEmpty()
                .allMatch(client -> client.path("attributes")
                        .path("pkce.code.challenge.method")
                        .asString("")
                        .equals("S256"));
        assertThat(realm.path("users")
                        .valueStream()
                        .filter(user -> user.has("credentials"))
                        .map(user -> user.path("username").asString()
                                + user.path("credentials").path(0).path("value").asString()))
                .allMatch(both -> both.matches("([a-z]+)\\1-pw"));
    }
}
