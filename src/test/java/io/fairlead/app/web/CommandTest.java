package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.invoice.ApproveInvoice;
import io.fairlead.billing.run.StartBillingRun;
import io.fairlead.project.OpenProject;
import io.fairlead.store.StoreUnavailable;
import io.fairlead.time.RetellTime;
import java.time.LocalDate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest extends HttpTest {

    private static final String TIME =
            "{\"person\":\"amy\",\"project\":\"p1\",\"workDate\":\"2026-03-02\",\"seconds\":3600}";
    private static final String CUSTOMER = "{\"id\":\"acme\",\"name\":\"Acme\",\"country\":\"DE\",\"currency\":\"EUR\","
            + "\"address\":{\"street\":\"s\",\"city\":\"c\",\"postalCode\":\"1\"}}";

    @Test
    void an_accepted_command_answers_with_id_position_tag_and_location() {
        var answer = post("/v1/customers", CUSTOMER, "Fairlead-Correlation", "story-1");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("id")).isEqualTo("customer:acme");
        assertThat(answer.header("Fairlead-Position"))
                .isEqualTo(Long.toString(answer.json().path("position").asLong()))
                .isNotEqualTo("0");
        assertThat(answer.header("ETag")).isEqualTo("\"" + answer.header("Fairlead-Position") + "\"");
        assertThat(answer.header("Location")).isEqualTo("/v1/customers/customer:acme");
        assertThat(answer.header("Idempotency-Key")).isNotEmpty();
        assertThat(answer.header("Fairlead-Correlation")).isEqualTo("story-1");
        assertThat(answer.header("Fairlead-Repeated")).isEmpty();
    }

    @Test
    void a_repeat_answers_as_before_and_says_so() {
        var first = post("/v1/time-entries", TIME, "Idempotency-Key", "repeat-1");
        var second = post("/v1/time-entries", TIME, "Idempotency-Key", "repeat-1");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.http().body()).isEqualTo(first.http().body());
        assertThat(second.header("Fairlead-Repeated")).isEqualTo("true");
    }

    @Test
    void a_key_with_another_body_or_path_is_refused() {
        assertThat(post("/v1/time-entries", TIME, "Idempotency-Key", "reuse-1").status())
                .isEqualTo(201);
        var other = post("/v1/time-entries", TIME.replace("3600", "60"), "Idempotency-Key", "reuse-1");
        assertProblem(other, 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(post("/v1/customers", CUSTOMER, "Idempotency-Key", "reuse-1"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(post("/v1/customers", CUSTOMER, "Idempotency-Key", "reuse-1", "Fairlead-Actor", "other")
                        .status())
                .as("keys of different actors never meet")
                .isEqualTo(201);
    }

    @Test
    void nobody_approves_their_own_time() {
        var answer = post("/v1/time-entries/x/approval", "", "Fairlead-Actor", "author");
        assertProblem(answer, 422, "T-03");
        assertThat(answer.text("field")).as("who acts is a header").isEqualTo("Fairlead-Actor");
        assertThat(answer.text("hint")).isEqualTo("let somebody else approve it");
        assertThat(answer.text("instance")).isEqualTo("/v1/time-entries/x/approval");
    }

    @Test
    void a_dry_run_is_answered_and_changes_nothing() {
        var taken = commands.taken.size();
        var answer = post("/v1/time-entries/x/approval", "", "Fairlead-Dry-Run", "true");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Fairlead-Dry-Run")).isEqualTo("true");
        assertThat(commands.taken).hasSize(taken);
        var mistyped = post("/v1/time-entries/x/approval", "", "Fairlead-Dry-Run", "yes");
        assertProblem(mistyped, 400, "HEADER_INVALID");
        assertThat(commands.taken).hasSize(taken);
    }

    @Test
    void an_unknown_target_is_not_found() {
        assertProblem(post("/v1/time-entries/missing/approval", ""), 404, "NOT_FOUND");
        assertProblem(post("/v1/invoices/i2/approval", ""), 404, "NOT_FOUND");
        assertProblem(post("/v1/time-entries/a%20b/approval", ""), 422, "G-01");
    }

    @Test
    void a_changed_target_fails_the_precondition_but_a_repeat_still_answers() {
        var tag = post("/v1/customers", CUSTOMER).header("ETag");
        var profile = "{\"taxId\":null,\"taxCategory\":\"S\"}";
        var accepted = post("/v1/customers/acme/tax-profile", profile, "If-Match", tag, "Idempotency-Key", "match-1");
        assertThat(accepted.status()).isEqualTo(200);
        assertProblem(post("/v1/customers/acme/tax-profile", profile, "If-Match", tag), 412, "PRECONDITION_FAILED");
        var repeat = post("/v1/customers/acme/tax-profile", profile, "If-Match", tag, "Idempotency-Key", "match-1");
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.http().body()).isEqualTo(accepted.http().body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "7", "\"7", "\"7\" \"8\"", "W/7", "*, \"7\""})
    void a_precondition_that_names_no_entity_tag_is_a_header_out_of_form(String wanted) {
        var profile = "{\"taxId\":null,\"taxCategory\":\"S\"}";

        assertProblem(post("/v1/customers/acme/tax-profile", profile, "If-Match", wanted), 400, "HEADER_INVALID");
    }

    @Test
    void a_store_that_does_not_answer_is_told_with_a_time_to_retry() {
        commands.next = new StoreUnavailable("secret", null);
        var answer = post("/v1/time-entries", TIME);
        assertProblem(answer, 503, "STORE_UNAVAILABLE");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        commands.next = new ConcurrencyException("secret");
        assertProblem(post("/v1/time-entries", TIME), 409, "CONFLICT");
    }

    @Test
    void a_failure_tells_nothing_of_the_inside() {
        commands.next = new IllegalStateException("secret of io.fairlead");
        var answer = post("/v1/time-entries", TIME);
        assertProblem(answer, 500, "INTERNAL");
        assertThat(answer.http().body()).doesNotContain("secret");
    }

    @Test
    void worked_time_takes_contract_line_and_class_from_its_task() {
        var body = "{\"person\":\"amy\",\"project\":\"p1\",\"task\":\"design\",\"seconds\":60,"
                + "\"startAt\":\"2026-03-31T22:30:00Z\",\"source\":\"toggl\",\"sourceId\":\"17\"}";
        assertThat(post("/v1/time-entries", body, "Fairlead-Actor", "amy").status())
                .isEqualTo(201);
        var command = ((RetellTime) commands.last()).entry();
        assertThat(command.target().contractId().value()).isEqualTo("contract:c1");
        assertThat(command.target().lineNo()).isEqualTo(2);
        assertThat(command.timeClass()).isEqualTo("CREDITED");
        assertThat(command.workDate()).as("in the contract's zone").isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(command.author()).isEqualTo("local|amy");
        assertProblem(post("/v1/time-entries", body.replace("design", "nope")), 422, "TASK_UNKNOWN");
    }

    @Test
    void a_project_takes_buyer_seller_and_zone_from_its_contract() {
        var body = "{\"id\":\"p9\",\"contract\":\"c1\",\"name\":\"n\",\"openedOn\":\"2026-01-01\"}";
        assertThat(post("/v1/projects", body).status()).isEqualTo(201);
        var command = (OpenProject) commands.last();
        assertThat(command.customerId().value()).isEqualTo("customer:acme");
        assertThat(command.zone()).isEqualTo("Europe/Berlin");
        assertProblem(post("/v1/projects", body.replace("c1", "c2")), 422, "CONTRACT_UNKNOWN");
    }

    @Test
    void a_billing_run_is_dated_today_in_the_companys_zone() {
        var body = "{\"legalEntity\":\"de\",\"cutOff\":\"2026-03-31\"}";
        assertThat(post("/v1/billing-runs", body).status()).isEqualTo(201);
        assertThat(((StartBillingRun) commands.last()).issueDate()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void an_approval_carries_the_tax_that_the_engine_worked_out() {
        assertThat(post("/v1/invoices/i1/approval", "", "Fairlead-Actor", "fin").status())
                .isEqualTo(200);
        var command = (ApproveInvoice) commands.last();
        assertThat(command.taxes().treatment().getEngine()).isEqualTo("TABLE");
        assertThat(command.approvedBy()).isEqualTo("local|fin");
    }
}
