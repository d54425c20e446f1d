package io.fairlead.app.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.web.HttpTest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(ContractsUnderTest.class)
@Timeout(60)
@SuppressWarnings("NullAway.Init")
class ContractVerificationApiTest extends HttpTest {

    private static final String PLACE = "/v1/schemas/verification";

    @Autowired
    private ContractsUnderTest subject;

    @AfterEach
    void read() {
        subject.atRead(_ -> {});
    }

    @Test
    void what_is_broken_unreadable_and_excused_is_told_with_its_places() {
        var answer = get(PLACE);
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        var report = answer.json();
        assertThat(report.path("from").asLong()).isOne();
        assertThat(report.path("to").asLong()).isEqualTo(5);
        assertThat(report.path("examined").asLong()).isEqualTo(5);
        assertThat(report.path("failed").asLong()).isEqualTo(2);
        assertThat(report.path("broken").asLong()).isOne();
        assertThat(report.path("unreadable").asLong()).isOne();
        assertThat(report.path("excused").asLong()).isOne();
        var broken = report.path("findings").path(0);
        assertThat(broken.path("verdict").asString()).isEqualTo("BROKEN");
        assertThat(broken.path("event").asString()).isEqualTo("io.fairlead.billing.event.BillingItemReady");
        assertThat(broken.path("path").asString()).isEqualTo("lineNo");
        assertThat(broken.path("rule").asString()).isEqualTo("range");
        assertThat(broken.path("promised").asString()).isEqualTo("is not in [1,500]");
        assertThat(broken.path("first").path(0).path("position").asLong()).isEqualTo(3);
        assertThat(broken.path("first").path(0).path("aggregateId").asString()).isEqualTo("billing-item:t3");
        assertThat(broken.path("first").path(0).path("found").asString()).isEqualTo("number 0");
        assertThat(report.path("findings").path(2).path("excuse").asString()).contains("recorded before 20");
    }

    @Test
    void a_part_of_the_log_is_checked_alone() {
        assertThat(get(PLACE + "?from=2&to=3").json().path("examined").asLong()).isEqualTo(2);
        assertThat(get(PLACE + "?event=InvoiceLinesAdded").json().path("failed").asLong())
                .isZero();
    }

    @Test
    void parameters_are_refused_with_field_reason_and_remedy() {
        for (var wrong : new String[] {"from=0", "to=2&from=3", "event=%20", "from=one", "event=a%20b"}) {
            var refused = get(PLACE + "?" + wrong);
            assertProblem(refused, 400, "PARAMETER_INVALID");
            assertThat(refused.text("field")).as(wrong).isNotEmpty();
        }
        assertThat(get(PLACE + "?from=0").text("hint")).isEqualTo("give 1 or more");
        var unknown = get(PLACE + "?event=BillingItemRead");
        assertProblem(unknown, 404, "NOT_FOUND");
        assertThat(unknown.text("field")).isEqualTo("event");
    }

    @Test
    void one_runs_at_a_time_and_its_progress_is_told() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        subject.atRead(_ -> {
            reading.countDown();
            awaitUninterrupted(goOn);
        });
        var first = CompletableFuture.supplyAsync(() -> get(PLACE));
        try {
            reading.await();
            var progress = get(PLACE + "/progress").json();
            assertThat(progress.path("running").asBoolean()).isTrue();
            assertThat(progress.path("passed").asLong()).isZero();
            assertThat(progress.path("head").asLong()).isEqualTo(5);
            var second = get(PLACE);
            assertProblem(second, 409, "VERIFICATION_RUNNING");
            assertThat(second.text("hint")).contains("ask again");
        } finally {
            goOn.countDown();
        }
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(get(PLACE + "/progress").json().path("running").asBoolean()).isFalse();
        assertThat(get(PLACE).status()).isEqualTo(200);
    }

    @Test
    void a_check_that_failed_makes_room_for_the_next() {
        subject.atRead(_ -> {
            throw new IllegalStateException("planted: the log cannot be read");
        });
        assertProblem(get(PLACE), 500, "INTERNAL");
        subject.atRead(_ -> {});
        assertThat(get(PLACE).status()).isEqualTo(200);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
