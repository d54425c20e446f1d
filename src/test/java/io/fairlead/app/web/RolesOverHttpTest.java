package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.fairlead.access.Operation;
import io.fairlead.access.Operations;
import io.fairlead.access.Role;
import io.fairlead.operation.UseBreakGlass;
import io.fairlead.operation.event.BreakGlassGranted;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every operation of the web layer with each role and with none: let in where the table says, else refused with nothing done. */
@Import(CallerByHeader.class)
class RolesOverHttpTest extends HttpTest {

    private static final Instant NOW = Instant.parse("2026-03-31T22:30:00Z");

    @Autowired
    private StreamHistory history;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void each_operation_lets_in_the_roles_of_its_row_and_nobody_else() {
        var answering = operations().toList();
        assertThat(answering).hasSizeGreaterThan(150);

        var faults = new ArrayList<String>();
        answering.forEach(operation -> roles().forEach(held -> {
            int taken = commands.taken.size();
            var answer = asked(operation, held);
            var isIn = !isRefused(answer);
            if (isIn != operation.isOpenTo(held)) {
                faults.add(operation.name() + " as " + held + " answered " + answer.status());
            }
            if (!isIn && commands.taken.size() > taken) {
                faults.add(operation.name() + " as " + held + " was refused and carried out");
            }
        }));

        assertThat(faults).isEmpty();
    }

    @Test
    void the_refusal_names_who_may() {
        var refused = post("/v1/invoices/i1/approval", "{}", CallerByHeader.ROLES, "time-author");

        assertProblem(refused, 403, "ROLE_MISSING");
        assertThat(refused.text("hint")).contains("billing-approver").doesNotContain("time-author");
        assertThat(refused.text("detail")).contains("POST /v1/invoices/{id}/approval");
    }

    @Test
    void a_dry_run_needs_the_role_of_its_command() {
        var body = "{}";
        var refused = post("/v1/invoices/i1/approval", body, CallerByHeader.ROLES, "auditor", Headers.DRY_RUN, "true");
        assertProblem(refused, 403, "ROLE_MISSING");
        assertThat(isRefused(post(
                        "/v1/invoices/i1/approval",
                        body,
                        CallerByHeader.ROLES,
                        "billing-approver",
                        Headers.DRY_RUN,
                        "true")))
                .isFalse();
    }

    @Test
    void a_head_is_the_read_that_it_stands_for() {
        var head = HttpRequest.newBuilder(uri("/v1/customers"))
                .header(CallerByHeader.ROLES, "security-admin")
                .HEAD();
        assertThat(send(head).status()).isEqualTo(403);
    }

    @Test
    void a_preparer_of_bills_sets_no_rate_although_a_role_of_theirs_may() {
        int taken = commands.taken.size();
        var refused = post("/v1/customers", "{}", CallerByHeader.ROLES, "billing-preparer master-data");

        assertProblem(refused, 403, "ROLES_CONFLICT");
        assertThat(refused.text("detail")).contains("billing-preparer", "master-data");
        assertThat(commands.taken).hasSize(taken);
        assertThat(isRefused(post("/v1/billing-runs", "{}", CallerByHeader.ROLES, "billing-preparer master-data")))
                .isFalse();
        assertThat(isRefused(
                        get("/v1/people/amy/cost-rates?x=1", CallerByHeader.ROLES, "billing-preparer master-data")))
                .isFalse();
    }

    @Test
    void one_who_writes_and_approves_time_approves_that_of_others_alone() {
        var roles = "time-author time-approver";
        var others = post("/v1/time-entries/e7/approval", "", CallerByHeader.ROLES, roles);
        assertThat(others.status()).isEqualTo(200);

        commands.next = new RuleViolated(
                "T-03", "approvedBy", "nobody approves their own time", "let somebody else approve it");
        assertProblem(post("/v1/time-entries/e8/approval", "", CallerByHeader.ROLES, roles), 422, "T-03");
    }

    @Test
    void a_role_that_was_given_for_some_hours_lets_in_until_its_end_and_each_use_is_kept_before() {
        given("4712", "billing-preparer", NOW.minusSeconds(60), NOW.plusSeconds(1));
        int taken = commands.taken.size();
        var in = asked("4712", "/v1/billing-runs?unknown=1");
        assertThat(isRefused(in)).isFalse();
        assertThat(commands.taken.subList(taken, commands.taken.size()))
                .singleElement()
                .isInstanceOfSatisfying(UseBreakGlass.class, use -> {
                    assertThat(use.usedBy()).isEqualTo("https://id.example|4712");
                    assertThat(use.request()).isEqualTo("POST /v1/billing-runs");
                    assertThat(use.correlationId()).isEqualTo(in.header(Headers.CORRELATION));
                });

        assertThat(isRefused(asked("4713", "/v1/billing-runs"))).isTrue();
        assertThat(isRefused(asked("4712", "/v1/periods"))).isTrue();
        given("4712", "billing-preparer", NOW.minusSeconds(60), NOW);
        assertThat(isRefused(asked("4712", "/v1/billing-runs"))).isTrue();
        assertThat(commands.taken).hasSize(taken + 1);
    }

    @Test
    void a_given_role_gives_way_to_a_conflict_as_any_other() {
        given("4712", "cash-clerk", NOW.minusSeconds(60), NOW.plusSeconds(60));
        int taken = commands.taken.size();
        var refused =
                post("/v1/receipts", "{}", CallerByHeader.ROLES, "security-admin", CallerByHeader.SUBJECT, "4712");
        assertProblem(refused, 403, "ROLES_CONFLICT");
        assertThat(commands.taken).hasSize(taken);
    }

    private void given(String subject, String role, Instant from, Instant until) {
        var grant = BreakGlassGranted.newBuilder()
                .setBreakGlassId("break-glass:firm")
                .setGrantId("g-1")
                .setGrantedTo("https://id.example|" + subject)
                .setRole(role)
                .setReason("fire")
                .setGrantedBy("https://id.example|1")
                .setGrantedAt(from)
                .setEndsAt(until)
                .build();
        when(history.all("break-glass:firm", BreakGlassGranted.class)).thenReturn(List.of(grant));
    }

    private Answer asked(String subject, String path) {
        return post(path, "{}", CallerByHeader.ROLES, "time-author", CallerByHeader.SUBJECT, subject);
    }

    @Test
    void names_that_this_machine_believes_have_all_roles_and_no_conflict() {
        assertThat(operations().filter(each -> isRefused(asked(each, null)))).isEmpty();
    }

    /** The rows of what this web layer answers; the rest is held by {@code PermissionTest} and by the start. */
    private Stream<Operation> operations() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                                .flatMap(method -> Operations.find(method.name(), pattern).stream())))
                .filter(operation -> operation.grant() == Operation.Grant.BY_ROLE);
    }

    private static List<Set<Role>> roles() {
        return Stream.concat(
                        Stream.of(Set.<Role>of()), Arrays.stream(Role.values()).map(Set::of))
                .toList();
    }

    private Answer asked(Operation operation, @Nullable Set<Role> held) {
        var path = operation.path().replaceAll("\\{[^}]+}", "i1");
        // Who is let in comes no further than the check of parameters, since views are none here.
        var isLetIn = held == null || operation.isOpenTo(held);
        var request = HttpRequest.newBuilder(uri(path + (isLetIn ? "?unknown=1" : "")));
        if (held != null) {
            request.header(
                    CallerByHeader.ROLES,
                    new TreeSet<>(held).stream().map(Role::claim).collect(Collectors.joining(" ")));
        }
        if (operation.isRead()) {
            return send(request.GET());
        }
        if (path.startsWith("/v1/imports/")) {
            request.header("Content-Type", "multipart/form-data; boundary=b");
            return send(request.POST(HttpRequest.BodyPublishers.ofString("--b--\r\n")));
        }
        request.header("Content-Type", "application/json");
        return send(request.POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() == 403 && answer.http().body().contains("ROLE");
    }
}
