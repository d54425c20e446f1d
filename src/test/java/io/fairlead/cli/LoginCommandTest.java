package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import io.fairlead.cli.login.Logins;
import io.fairlead.cli.login.StubProvider;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logging in and out at a command line, and what is sent in between. */
class LoginCommandTest {

    private static final String TINA = """
            {"actor":"https://p|s1","issuer":"https://p","subject":"s1","client":"fairlead-cli",
            "roles":["time-author"],"allCompanies":false,"companies":["DE01"],"conflicts":[]}""";

    @TempDir
    private Path folder;

    private StubProvider provider;
    private StubApi api;

    @BeforeEach
    void serve() throws Exception {
        System.setProperty(Logins.FOLDER, folder.toString());
        provider = new StubProvider().atOnce();
        api = new StubApi(one -> one.target().equals("/v1/whoami")
                ? new Told(200, 0, TINA)
                : new Told(401, 0, "{\"code\":\"TOKEN_MISSING\",\"detail\":\"nobody is logged in\"}"));
    }

    @AfterEach
    void end() {
        System.clearProperty(Logins.FOLDER);
        provider.close();
        api.close();
    }

    @Test
    void whoever_logs_in_is_shown_where_and_told_who_they_are() {
        var ended = api.run("login", "--issuer", provider.issuer(), "--quiet");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains(provider.issuer() + "/enter", "WDJB-MJHT");
        assertThat(ended.out())
                .contains("s1", "Tina Time", "time-author", "DE01")
                .doesNotContain("secret-");
    }

    @Test
    void later_calls_to_that_server_prove_it_and_name_no_actor() {
        assertThat(api.run("work", "list").code()).isEqualTo(4);
        assertThat(api.asked.getLast().bearer()).isEqualTo("null");
        assertThat(api.asked.getLast().actor()).isEqualTo("local");
        var _ = api.run("login", "--issuer", provider.issuer());
        var _ = api.run("work", "list");
        assertThat(api.asked.getLast().bearer()).isEqualTo("Bearer secret-access-1");
        assertThat(api.asked.getLast().actor()).isNull();
    }

    @Test
    void another_server_is_told_nothing_of_it() {
        var _ = api.run("login", "--issuer", provider.issuer());
        try (var other = new StubApi(_ -> new Told(200, 0, TINA))) {
            var _ = other.run("whoami");
            assertThat(other.asked.getLast().bearer()).isEqualTo("null");
        }
    }

    @Test
    void whoever_is_logged_in_acts_as_nobody_else() {
        var _ = api.run("login", "--issuer", provider.issuer());
        int before = api.asked.size();
        var ended = api.run("time", "approve", "--project", "p", "--as", "bob");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--as bob is of no use", "fairlead logout");
        assertThat(api.asked).hasSize(before);
    }

    @Test
    void a_server_that_asks_for_a_login_is_told_with_the_way_to_log_in() {
        var ended = api.run("work", "list");
        assertThat(ended.code()).isEqualTo(ExitCode.AUTHENTICATION.code());
        assertThat(ended.err()).contains("TOKEN_MISSING", "log in with `fairlead login`");
    }

    @Test
    void logging_out_ends_it_at_the_provider_and_here_and_once_more_changes_nothing() {
        var _ = api.run("login", "--issuer", provider.issuer());
        var ended = api.run("logout", "--json");
        assertThat(ended.out()).contains("\"loggedOut\":true", "\"revoked\":true");
        assertThat(provider.hasRevoked("secret-refresh-1")).isTrue();
        var _ = api.run("whoami");
        assertThat(api.asked.getLast().bearer()).isEqualTo("null");
        assertThat(api.run("logout", "--issuer", provider.issuer(), "--json").out())
                .contains("\"loggedOut\":false");
    }

    @Test
    void a_provider_that_is_away_does_not_keep_anybody_logged_in() {
        var _ = api.run("login", "--issuer", provider.issuer());
        provider.close();
        var ended = api.run("logout", "--json");
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("\"loggedOut\":true", "\"revoked\":false");
        assertThat(ended.err()).contains("ends by itself");
    }

    @Test
    void a_login_that_is_denied_is_none() {
        provider.deny();
        var ended = api.run("login", "--issuer", provider.issuer());
        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.err()).contains("the login was denied");
        var _ = api.run("whoami");
        assertThat(api.asked.getLast().bearer()).isEqualTo("null");
    }

    @Test
    void where_no_provider_is_known_one_is_asked_for() {
        var ended = api.run("login");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("--issuer", "fairlead up --oidc");
    }
}
