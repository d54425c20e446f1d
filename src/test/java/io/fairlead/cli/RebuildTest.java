package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.rebuild.RebuildsUnderTest;
import io.fairlead.app.web.HttpTest;
import io.fairlead.cli.StubApi.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The command against the API and real views. */
@Import(RebuildsUnderTest.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class RebuildTest extends HttpTest {

    @Autowired
    private RebuildsUnderTest subject;

    @BeforeEach
    void spoil() {
        subject.spoilAfresh();
    }

    private Ended rebuild(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "rebuild";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return StubApi.runAt(uri("").toString(), all);
    }

    @Test
    void a_dry_run_tells_the_differences_and_changes_nothing() {
        var ended = rebuild("party", "--dry-run");
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DIFFERENCES.code());
        assertThat(ended.out())
                .contains("500 rows, 1 differences")
                .contains("nothing was changed")
                .contains("customer:7");
        assertThat(subject.served()).isEqualTo("Spoilt");
        assertThat(subject.generations()).isEmpty();
        assertThat(rebuild("deal", "--dry-run").code()).isZero();
    }

    @Test
    void a_rebuild_replaces_the_rows_and_a_rollback_returns_the_former_ones() {
        var built = rebuild("party");
        assertThat(built.code()).as(built.err()).isZero();
        assertThat(built.out()).contains("party generation 2").contains("not compared, it serves now");
        assertThat(subject.served()).isEqualTo("Customer 7");
        var back = rebuild("party", "--rollback");
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out()).contains("party generation 1").contains("it serves now");
        assertThat(subject.served()).isEqualTo("Spoilt");
    }

    @Test
    void json_is_one_object_with_what_was_found() {
        var ended = rebuild("--all", "--compare", "--json");
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DIFFERENCES.code());
        assertThat(ended.out().lines()).hasSize(1);
        var told = JsonMapper.shared().readTree(ended.out());
        assertThat(told.path("view").asString()).isEqualTo("all");
        assertThat(told.path("state").asString()).isEqualTo("done");
        assertThat(told.path("found").path("replaced").asBoolean()).isTrue();
        assertThat(told.path("found").path("differences").asInt()).isOne();
        assertThat(subject.served()).isEqualTo("Customer 7");
    }

    @Test
    void events_that_the_replay_cannot_read_are_named_and_counted_in_every_form() {
        subject.log.breakBytes(9);
        var text = rebuild("party", "--dry-run");
        assertThat(text.code()).as(text.err()).isEqualTo(ExitCode.DIFFERENCES.code());
        assertThat(text.out())
                .contains("1 events could not be folded")
                .containsPattern(
                        "party +io.fairlead.party.event.CustomerRegistered +1 +9 +customer:9 +UnreadableEvent: ");
        var json = JsonMapper.shared()
                .readTree(rebuild("party", "--dry-run", "--json").out())
                .path("found")
                .path("parked");
        assertThat(json.path("events").asInt()).isOne();
        assertThat(json.path("causes").path(0).path("position").asInt()).isEqualTo(9);
        assertThat(rebuild("party", "--dry-run", "--csv").out())
                .containsPattern("(?m)^section,.*,event,events,first position,first stream,reason")
                .contains(",party,io.fairlead.party.event.CustomerRegistered,1,9,customer:9,");
    }

    @Test
    void unread_events_end_a_rebuild_with_3_though_nothing_was_compared() {
        subject.log.breakBytes(9);
        var built = rebuild("party");
        assertThat(built.code()).as(built.err()).isEqualTo(ExitCode.DIFFERENCES.code());
        assertThat(built.out()).contains("not compared, it serves now").contains("1 events could not be folded");
        subject.log.mend();
        assertThat(rebuild("party").code()).isZero();
    }

    @Test
    void what_cannot_be_done_ends_with_its_own_code_and_says_what_helps() {
        var none = rebuild("party", "--rollback");
        assertThat(none.code()).isEqualTo(ExitCode.CONFLICT.code());
        assertThat(none.err()).contains("REBUILD_NO_FORMER").contains("rebuild it first");
        assertThat(none.out()).isEmpty();
        var unknown = rebuild("unbiled");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(unknown.err()).contains("VIEW_UNKNOWN").contains("did you mean 'unbilled'?");
        assertThat(rebuild("party", "--dry-run", "--rollback").code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(rebuild().code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(subject.served()).isEqualTo("Spoilt");
    }

    @Test
    void a_rebuild_that_fails_ends_with_1_and_the_reason() {
        subject.log.atRead(_ -> {
            throw new IllegalStateException("planted: the log cannot be read");
        });
        var ended = rebuild("party");
        assertThat(ended.code()).isEqualTo(ExitCode.FAILED.code());
        assertThat(ended.err()).contains("the rebuild of party failed").contains("the log cannot be read");
    }
}
