package io.fairlead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.access.Permission.Granted;
import io.fairlead.access.Permission.RoleMissing;
import io.fairlead.access.Permission.RolesInConflict;
import io.fairlead.access.RoleConflicts.Held;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table, the conflicts and what follows from both. */
class PermissionTest {

    @Test
    void each_operation_stands_once() {
        assertThat(Operations.all().stream().map(Operation::name).toList())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(230);
    }

    @Test
    void one_role_alone_is_let_in_where_it_stands_in_the_row_and_nowhere_else() {
        for (var operation : Operations.all()) {
            for (var role : Role.values()) {
                var permission = Permission.of(operation, Set.of(role));
                if (operation.grant() != Operation.Grant.BY_ROLE
                        || operation.roles().contains(role)) {
                    assertThat(permission).as(operation.name()).isEqualTo(new Granted());
                } else {
                    assertThat(permission).as(operation.name()).isEqualTo(new RoleMissing(operation));
                }
            }
            assertThat(Permission.of(operation, Set.of()) instanceof Granted)
                    .as(operation.name())
                    .isEqualTo(operation.grant() != Operation.Grant.BY_ROLE);
        }
    }

    @Test
    void an_auditor_reads_everything_and_writes_nothing() {
        for (var operation : Operations.all()) {
            var asks = operation.path().startsWith("/registry/")
                    && operation.method().equals("POST")
                    && !operation.path().equals("/registry/subjects/{subject}/versions");
            assertThat(Permission.of(operation, Set.of(Role.AUDITOR)) instanceof Granted)
                    .as(operation.name())
                    .isEqualTo(operation.isRead() || asks);
        }
    }

    @Test
    void a_customer_and_who_looks_after_access_see_nothing_of_the_business() {
        for (var role : List.of(Role.CUSTOMER, Role.SECURITY_ADMIN)) {
            assertThat(Operations.all().stream()
                            .filter(each -> each.roles().contains(role))
                            .map(Operation::path))
                    .as(role.claim())
                    // Who calls, who is who, and whom it gave a role for some hours.
                    .allMatch(Set.of("/v1/break-glass", "/v1/clients", "/v1/identities")::contains);
        }
    }

    @Test
    void pay_is_read_by_who_keeps_it_the_controller_and_the_auditor() {
        assertThat(find("GET", "/v1/people/{id}/cost-rates").roles())
                .containsExactlyInAnyOrder(Role.MASTER_DATA, Role.CONTROLLER, Role.AUDITOR);
        assertThat(find("GET", "/v1/history/{id}").roles())
                .containsExactlyInAnyOrder(Role.MASTER_DATA, Role.CONTROLLER, Role.AUDITOR);
    }

    @Test
    void a_preview_needs_a_role_of_its_command() {
        var previews = Operations.all().stream()
                .filter(each -> each.path().endsWith("/preview") && !each.path().contains("rate-changes"))
                .toList();
        assertThat(previews).hasSizeGreaterThan(8);
        for (var preview : previews) {
            var command = preview.path().replaceAll("/preview$", "");
            assertThat(preview.roles())
                    .as(preview.name())
                    .isEqualTo(find("POST", command).roles());
        }
        assertThat(find("POST", "/v1/invoices/{id}/credit-preview").roles())
                .isEqualTo(find("POST", "/v1/invoices/{id}/credits").roles());
        assertThat(find("POST", "/v1/rate-changes/preview").roles())
                .isEqualTo(find("POST", "/v1/rate-cards/{id}/rates").roles());
    }

    @Test
    void who_approves_is_not_who_prepares() {
        for (var path : List.of(
                "/v1/invoices/{id}/approval",
                "/v1/credit-notes/{id}/approval",
                "/v1/invoices/{id}/bad-debts/{badDebt}/approval",
                "/v1/time-entries/{id}/approval",
                "/v1/time-entries/approvals",
                "/v1/expenses/{id}/approval")) {
            assertThat(find("POST", path).roles())
                    .as(path)
                    .doesNotContain(Role.BILLING_PREPARER, Role.CREDIT_PREPARER, Role.TIME_AUTHOR, Role.GATEWAY);
        }
    }

    @Test
    void a_read_knows_no_conflict_and_a_command_gives_way_to_it() {
        var roles = Set.of(Role.SECURITY_ADMIN, Role.CASH_CLERK);
        assertThat(Permission.of(find("GET", "/v1/receipts"), roles)).isEqualTo(new Granted());
        var permission = Permission.of(find("POST", "/v1/receipts"), roles);
        assertThat(permission).isInstanceOf(RolesInConflict.class);
        assertThat(((RolesInConflict) permission).conflict().second()).isEqualTo(Role.CASH_CLERK);
    }

    @Test
    void another_role_without_conflict_is_enough() {
        var absences = find("POST", "/v1/people/{id}/absences");
        assertThat(Permission.of(absences, Set.of(Role.BILLING_PREPARER, Role.MASTER_DATA, Role.PROJECT_MANAGER)))
                .isEqualTo(new Granted());
        assertThat(Permission.of(absences, Set.of(Role.BILLING_PREPARER, Role.MASTER_DATA)))
                .isInstanceOf(RolesInConflict.class);
    }

    @Test
    void who_has_all_of_it_is_told_of_each_conflict() {
        assertThat(RoleConflicts.of(EnumSet.allOf(Role.class))).isEqualTo(RoleConflicts.list());
        assertThat(RoleConflicts.of(Set.of(Role.TIME_AUTHOR, Role.TIME_APPROVER)))
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.held()).isEqualTo(Held.BY_FOUR_EYES));
        assertThat(RoleConflicts.of(Set.of(Role.TIME_AUTHOR, Role.AUDITOR))).isEmpty();
        assertThat(RoleConflicts.list().stream()
                        .filter(conflict -> conflict.held() == Held.BY_REFUSAL)
                        .map(RoleConflicts.Conflict::first)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Role.BILLING_PREPARER, Role.SECURITY_ADMIN);
    }

    @Test
    void a_row_names_roles_or_says_that_none_is_needed() {
        assertThatThrownBy(() -> new Operation("GET", "/v1/x", Operation.Grant.BY_ROLE, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Operation("GET", "/v1/x", Operation.Grant.PUBLIC, Set.of(Role.AUDITOR)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Operation find(String method, String path) {
        return Operations.find(method, path).orElseThrow();
    }
}
