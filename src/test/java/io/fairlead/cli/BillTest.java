package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Asked;
import io.fairlead.cli.StubApi.Told;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How time is decided on and billed from the command line. */
class BillTest {

    private static final String NONE = "{\"items\":[]}";
    private static final String UNBILLED =
            "{\"items\":[{\"id\":\"contract:c\",\"currency\":\"EUR\",\"unbilled\":\"70.00\","
                    + "\"drafted\":\"0.00\",\"to30\":\"%s\"}]}";

    private static Told entries(Asked asked) {
        if (asked.method().equals("POST")) {
            return new Told(200, 9, """
                    {"accepted":1,"repeated":0,"refused":1,"position":9,"items":[{"index":0,"status":"accepted"},
                     {"index":1,"status":"refused","id":"time-entry:b","code":"T-03","reason":"own time","hint":"ask"}]}""");
        }
        if (asked.target().contains("cursor=")) {
            return new Told(200, 0, "{\"items\":[{\"timeEntryId\":\"time-entry:b\",\"seconds\":60}]}");
        }
        return new Told(
                200, 0, "{\"items\":[{\"timeEntryId\":\"time-entry:a\",\"seconds\":30}],\"next\":\"time-entry:a\"}");
    }

    @Test
    void all_pages_are_decided_on_and_refusals_are_grouped() {
        try (var api = new StubApi(BillTest::entries)) {
            var ended = api.run("time", "approve", "--project", "p 1", "--as", "lead");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).contains("90", "T-03", "own time");
            assertThat(api.asked.getFirst().target())
                    .contains("status=submitted")
                    .contains("project=p+1");
            var sent = api.posts().getFirst();
            assertThat(sent.target()).isEqualTo("/v1/time-entries/approvals");
            assertThat(sent.actor()).isEqualTo("lead");
            assertThat(sent.body()).isEqualTo("{\"ids\":[\"time-entry:a\",\"time-entry:b\"]}");
        }
    }

    @Test
    void which_time_must_be_said_and_a_dry_run_changes_nothing() {
        try (var api = new StubApi(BillTest::entries)) {
            assertThat(api.run("time", "submit").code()).isEqualTo(ExitCode.USAGE.code());
            var dry = api.run("time", "submit", "--all", "--dry-run");
            assertThat(dry.out()).contains("2", "90", "time-entry:a", "time-entry:b", "T-03");
            assertThat(dry.code()).as("it would be refused").isEqualTo(1);
            assertThat(api.posts()).isNotEmpty().allMatch(Asked::isDryRun);
        }
    }

    @Test
    void a_run_is_followed_until_the_erp_posted() {
        var status = new AtomicReference<>("drafted");
        try (var api = new StubApi(asked -> billing(asked, status, "0.00"))) {
            var ended = api.run(
                    "bill", "--entity", "de", "--cut-off", "2026-05-31", "--as", "clerk", "--approve-as", "lead");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("DE-1", "posted", "70.00");
            assertThat(api.posts().stream().map(one -> one.actor() + " " + one.target()))
                    .containsExactly("clerk /v1/billing-runs", "lead /v1/invoices/invoice:i/approval");
            assertThat(api.posts().getFirst().body()).isEqualTo("{\"legalEntity\":\"de\",\"cutOff\":\"2026-05-31\"}");
        }
    }

    @Test
    void a_day_of_issue_that_moves_is_accepted_by_name() {
        var status = new AtomicReference<>("drafted");
        try (var api = new StubApi(asked -> billing(asked, status, "0.00"))) {
            var ended = api.run(
                    "bill",
                    "--entity",
                    "de",
                    "--cut-off",
                    "2026-05-31",
                    "--approve-as",
                    "lead",
                    "--accept-issue-date",
                    "2026-06-02");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(api.posts().getLast().body()).isEqualTo("{\"issueDate\":\"2026-06-02\"}");
        }
        try (var api = new StubApi(_ -> new Told(200, 3, "{\"position\":3,\"invoice\":{\"status\":\"approved\"}}"))) {
            var ended = api.run("drafts", "approve", "i", "--issue-date", "2026-06-02", "--as", "lead");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains("approved");
            assertThat(api.posts()).singleElement().satisfies(post -> {
                assertThat(post.target()).isEqualTo("/v1/invoices/i/approval");
                assertThat(post.actor()).isEqualTo("lead");
                assertThat(post.body()).isEqualTo("{\"issueDate\":\"2026-06-02\"}");
            });
        }
    }

    @Test
    void without_an_approver_drafts_are_left_for_review() {
        try (var api = new StubApi(asked -> billing(asked, new AtomicReference<>("drafted"), "0.00"))) {
            var ended = api.run("bill", "--entity", "de", "--cut-off", "2026-05-31");
            assertThat(ended.code()).isZero();
            assertThat(ended.out()).contains("drafted", "cannot draw", "U+0905 DEVANAGARI LETTER A");
        }
    }

    @Test
    void a_refused_posting_ends_with_1() {
        try (var api = new StubApi(asked -> billing(asked, new AtomicReference<>("refused"), "0.00"))) {
            var ended = api.run("bill", "--entity", "de", "--cut-off", "2026-05-31", "--approve-as", "lead");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).contains("POSTING_REFUSED", "period closed");
        }
    }

    @Test
    void what_comes_after_the_cut_off_date_is_not_billed() {
        try (var api = new StubApi(asked -> billing(asked, new AtomicReference<>("drafted"), "20.00"))) {
            var dry = api.run("bill", "--entity", "de", "--cut-off", "2026-05-31", "--dry-run");
            assertThat(dry.out()).contains("contract:c").contains("50.00");
            assertThat(api.asked).extracting(Asked::target).anyMatch(target -> target.contains("asOf=2026-07-01"));
            assertThat(api.posts()).singleElement().satisfies(post -> {
                assertThat(post.target()).isEqualTo("/v1/billing-runs");
                assertThat(post.isDryRun()).isTrue();
            });
        }
        try (var api = new StubApi(asked -> billing(asked, new AtomicReference<>("drafted"), "70.00"))) {
            var nothing = api.run("bill", "--entity", "de", "--cut-off", "2026-05-31", "--json");
            assertThat(nothing.code()).isZero();
            assertThat(nothing.out()).contains("\"unbilled\":[]");
            assertThat(api.posts()).isEmpty();
        }
    }

    private static Told billing(Asked asked, AtomicReference<String> status, String later) {
        if (asked.target().endsWith("/approval")) {
            status.compareAndSet("drafted", "posted");
            return new Told(200, 12, "{}");
        }
        if (asked.method().equals("POST")) {
            return new Told(201, 10, "{\"id\":\"billing-run:r\",\"position\":10}");
        }
        if (asked.target().startsWith("/v1/billing-runs/")) {
            return new Told(200, 0, "{\"status\":\"completed\",\"invoicesPlanned\":1}");
        }
        if (asked.target().equals("/v1/invoices/invoice:i")) {
            return new Told(200, 0, "{\"lackingSigns\":[\"U+0905 DEVANAGARI LETTER A\"]}");
        }
        if (asked.target().startsWith("/v1/invoices")) {
            return new Told(
                    200,
                    0,
                    "{\"items\":[{\"invoiceId\":\"invoice:i\",\"status\":\"%s\",\"number\":\"DE-1\",\"net\":\"70.00\","
                                    .formatted(status.get())
                            + "\"refusal\":\"period closed\"}]}");
        }
        return new Told(200, 0, asked.target().startsWith("/v1/views/") ? UNBILLED.formatted(later) : NONE);
    }
}
