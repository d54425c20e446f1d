package io.fairlead.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.process.RunnerUnderTest;
import io.fairlead.app.web.HttpTest;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(RebuildsUnderTest.class)
@SuppressWarnings("NullAway.Init")
class RebuildApiTest extends HttpTest {

    private static final String PARTY = "{\"view\":\"party\"}";

    @Autowired
    private RebuildsUnderTest subject;

    @BeforeEach
    void spoil() {
        subject.spoilAfresh();
    }

    private Answer ended(Answer begun) {
        assertThat(begun.status()).as(begun.http().body()).isEqualTo(202);
        var place = begun.header("Location");
        assertThat(RunnerUnderTest.until(() -> !get(place).text("state").equals("running")))
                .isTrue();
        return get(place);
    }

    @Test
    void a_rebuild_is_taken_at_once_and_its_location_tells_how_it_ended() {
        var begun = post("/v1/rebuilds", "{\"view\":\"party\",\"compare\":true}", "Fairlead-Actor", "ann");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.text("view")).isEqualTo("party");
        assertThat(begun.header("Location")).isEqualTo("/v1/rebuilds/" + begun.text("id"));
        var ended = ended(begun);
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.text("state")).isEqualTo("done");
        assertThat(ended.text("requestedBy")).isEqualTo("local|ann");
        assertThat(ended.json().path("position").asInt()).isEqualTo(RebuildsUnderTest.CUSTOMERS);
        var found = ended.json().path("found");
        assertThat(found.path("replaced").asBoolean()).isTrue();
        assertThat(found.path("differences").asInt()).isOne();
        assertThat(subject.served()).isEqualTo("Customer 7");
    }

    @Test
    void the_same_key_is_the_same_rebuild_and_with_another_wish_it_is_refused() {
        var first = post("/v1/rebuilds", PARTY, "Idempotency-Key", "k1");
        var ended = ended(first);
        var again = post("/v1/rebuilds", PARTY, "Idempotency-Key", "k1");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.text("state")).isEqualTo("done");
        assertThat(again.json()).isEqualTo(ended.json());
        assertThat(subject.views.fetchValue("select count(*) from projection.rebuild"))
                .isEqualTo(1L);
        var other = post("/v1/rebuilds", "{\"view\":\"party\",\"dryRun\":true}", "Idempotency-Key", "k1");
        assertProblem(other, 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(other.text("field")).isEqualTo("Idempotency-Key");
        assertThat(other.text("hint")).contains("new key");
    }

    @Test
    void while_one_runs_another_is_refused_and_told_which_to_wait_for() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        subject.log.atRead(_ -> {
            reading.countDown();
            awaitUninterrupted(goOn);
        });
        var first = post("/v1/rebuilds", PARTY);
        try {
            reading.await();
            var running = get(first.header("Location"));
            assertThat(running.text("state")).isEqualTo("running");
            assertThat(running.json().path("head").asInt()).isEqualTo(RebuildsUnderTest.CUSTOMERS);
            var second = post("/v1/rebuilds", "{\"view\":\"deal\"}");
            assertProblem(second, 409, "REBUILD_RUNNING");
            assertThat(second.text("field")).isEqualTo("view");
            assertThat(second.text("detail")).contains("running already");
            assertThat(second.text("hint")).contains("wait").contains(first.header("Location"));
            assertThat(subject.served()).isEqualTo("Spoilt");
        } finally {
            goOn.countDown();
        }
        assertThat(ended(first).text("state")).isEqualTo("done");
        assertThat(ended(post("/v1/rebuilds", "{\"view\":\"deal\"}")).text("state"))
                .isEqualTo("done");
    }

    @Test
    void what_cannot_be_rebuilt_is_refused_with_field_reason_and_remedy() {
        var unknown = post("/v1/rebuilds", "{\"view\":\"unbiled\"}");
        assertProblem(unknown, 422, "VIEW_UNKNOWN");
        assertThat(unknown.text("field")).isEqualTo("view");
        assertThat(unknown.text("hint")).contains("did you mean 'unbilled'?", "party", ", or all");
        var both = post("/v1/rebuilds", "{\"view\":\"party\",\"dryRun\":true,\"rollback\":true}");
        assertProblem(both, 422, "REBUILD_KIND");
        assertThat(both.text("field")).isEqualTo("rollback");
        var former = post("/v1/rebuilds", "{\"view\":\"party\",\"rollback\":true}");
        assertProblem(former, 409, "REBUILD_NO_FORMER");
        assertThat(former.text("field")).isEqualTo("rollback");
        assertThat(former.text("hint")).contains("rebuild it first");
        assertProblem(post("/v1/rebuilds", "{\"views\":\"party\"}"), 400, "FIELD_UNKNOWN");
        assertThat(get("/v1/rebuilds/none").text("code")).isEqualTo("NOT_FOUND");
        assertThat(subject.views.fetchValue("select count(*) from projection.rebuild"))
                .isEqualTo(0L);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
