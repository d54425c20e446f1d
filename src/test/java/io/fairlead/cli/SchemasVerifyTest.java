package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.schemas.ContractsUnderTest;
import io.fairlead.app.web.HttpTest;
import io.fairlead.cli.StubApi.Ended;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The command against the API and a real log. */
@Import(ContractsUnderTest.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class SchemasVerifyTest extends HttpTest {

    @Autowired
    private ContractsUnderTest subject;

    @AfterEach
    void read() {
        subject.atRead(_ -> {});
    }

    private Ended verify(String... arguments) {
        var all = new String[arguments.length + 2];
        all[0] = "schemas";
        all[1] = "verify";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return StubApi.runAt(uri("").toString(), all);
    }

    @Test
    void people_get_a_table_of_what_is_broken_and_scripts_a_3() {
        var ended = verify();
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DIFFERENCES.code());
        assertThat(ended.out().lines().toList().getFirst())
                .startsWith("1 events break their contract, 1 excused, 1 unreadable, of 5 in ");
        assertThat(ended.out())
                .containsPattern(
                        "broken +BillingItemReady +lineNo +range +1 +is not in \\[1,500] +number 0 +billing-item:t3@3")
                .containsPattern("unreadable +BillingItemReady .*billing-item:t4@4")
                .containsPattern("excused +InvoiceLinesAdded +authors\\[] +unit .*recorded before 20");
        assertThat(ended.err()).contains("progress=events done=");
    }

    @Test
    void where_nothing_is_broken_but_what_is_excused_it_ends_with_0() {
        var ended = verify("--event", "InvoiceLinesAdded");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("0 events break their contract, 1 excused, 0 unreadable, of 1");
        assertThat(verify("--from", "1", "--to", "2", "--quiet").err()).isEmpty();
    }

    @Test
    void json_is_the_report() {
        var ended = verify("--json");
        assertThat(ended.code()).isEqualTo(ExitCode.DIFFERENCES.code());
        assertThat(ended.out().lines()).hasSize(1);
        var told = JsonMapper.shared().readTree(ended.out());
        assertThat(told.path("failed").asInt()).isEqualTo(2);
        assertThat(told.path("findings")).hasSize(3);
    }

    @Test
    void csv_has_a_row_for_each_finding() {
        var ended = verify("--csv");
        assertThat(ended.code()).isEqualTo(ExitCode.DIFFERENCES.code());
        var lines = ended.out().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("verdict,event,path,rule,events,wrong,found,first,excuse");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("broken,BillingItemReady,lineNo,range,1,\"is not in [1,500]\",number 0,");
    }

    @Test
    void what_cannot_run_ends_with_its_own_code_and_says_what_helps() {
        var unknown = verify("--event", "BillingItemRead");
        assertThat(unknown.code()).isEqualTo(ExitCode.NOT_FOUND.code());
        assertThat(unknown.err()).contains("no such event").contains("check the name");
        assertThat(verify("--from", "0").code()).isEqualTo(ExitCode.USAGE.code());
        var turned = verify("--from", "100", "--to", "5");
        assertThat(turned.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(turned.err()).contains("--to 5 is before --from 100");
        assertThat(verify("--from", "2", "--to", "2").code()).isNotEqualTo(ExitCode.USAGE.code());
        assertThat(verify("--from", "one").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(verify("--json", "--csv").code()).isEqualTo(ExitCode.USAGE.code());
        subject.atRead(_ -> {
            throw new IllegalStateException("planted: the log cannot be read");
        });
        var failed = verify();
        assertThat(failed.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(failed.out()).as("no figures").doesNotContain("events/s", "Nothing");
    }

    @Test
    void the_help_shows_an_example() {
        var help = verify("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Example: fairlead schemas verify --event")
                .contains("--csv", "--from", "--to");
        assertThat(StubApi.runAt("", "schemas").out()).contains("verify");
    }
}
