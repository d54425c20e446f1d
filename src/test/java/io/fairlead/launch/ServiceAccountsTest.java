package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.launch.ServiceAccount.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of service accounts, and what is refused before anything is asked of a server. */
class ServiceAccountsTest {

    @TempDir
    private Path folder;

    @Test
    void a_name_is_small_letters_and_digits_with_single_hyphens() {
        assertThat(Stream.of("datalake", "a", "data-lake-2", "x".repeat(40))).allMatch(ServiceAccount::isName);
        assertThat(Stream.of("", "Data", "data_lake", "2lake", "-lake", "data--lake", "lake-", "x".repeat(41), "a'b"))
                .noneMatch(ServiceAccount::isName);
    }

    @Test
    void two_names_are_never_one_user() {
        assertThat(List.of(
                        new ServiceAccount("a-b", Kind.BI, "").user(),
                        new ServiceAccount("a-b", Kind.TOPICS, "").user(),
                        new ServiceAccount("ab", Kind.BI, "").user()))
                .containsExactly("account_a_b", "account-a-b", "account_ab");
    }

    @Test
    void without_servers_nothing_is_made_and_nothing_noted() {
        var accounts = new ServiceAccounts(new DataFolder(folder), () -> java.time.Instant.EPOCH);
        assertThatThrownBy(() -> accounts.add("datalake", Kind.TOPICS)).hasMessageContaining("fairlead up");
        assertThatThrownBy(() -> accounts.rotate("datalake")).hasMessageContaining("there is no account datalake");
        assertThatThrownBy(() -> accounts.revoke("datalake")).hasMessageContaining("accounts list");
        assertThat(accounts.list()).isEmpty();
    }
}
