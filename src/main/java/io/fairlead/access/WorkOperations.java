package io.fairlead.access;

import static io.fairlead.access.Role.BILLING_PREPARER;
import static io.fairlead.access.Role.CASH_CLERK;
import static io.fairlead.access.Role.GATEWAY;
import static io.fairlead.access.Role.MASTER_DATA;
import static io.fairlead.access.Role.PROJECT_MANAGER;
import static io.fairlead.access.Role.TIME_APPROVER;
import static io.fairlead.access.Role.TIME_AUTHOR;

import java.util.Set;

/** Time and expenses: who worked or spent tells it, somebody else accepts it, and whoever bills it puts it off or gives it up. */
final class WorkOperations {

    private static final Set<Role> AUTHORS = Set.of(TIME_AUTHOR, GATEWAY);
    private static final Set<Role> APPROVERS = Set.of(TIME_APPROVER);
    private static final Set<Role> CHANGING = Set.of(TIME_AUTHOR, TIME_APPROVER, GATEWAY);
    private static final Set<Role> BILLING = Set.of(PROJECT_MANAGER, BILLING_PREPARER);
    private static final Set<Role> READERS =
            Circles.with(Circles.without(Circles.STAFF, CASH_CLERK, MASTER_DATA), GATEWAY);

    static Rows rows() {
        return new Rows()
                .read(READERS, "/v1/time-entries", "/v1/time-entries/{id}", "/v1/time-rate-proposals")
                .send(
                        AUTHORS,
                        "/v1/time-entries",
                        "/v1/time-entries/batch",
                        "/v1/time-entries/submissions",
                        "/v1/time-entries/{id}/submission",
                        "/v1/imports/time")
                .send(
                        CHANGING,
                        "/v1/time-entries/{id}/adjustments",
                        "/v1/time-entries/{id}/corrections",
                        "/v1/time-entries/{id}/move",
                        "/v1/time-entries/{id}/move/preview")
                .send(
                        APPROVERS,
                        "/v1/time-entries/approvals",
                        "/v1/time-entries/{id}/approval",
                        "/v1/time-entries/{id}/rejection",
                        "/v1/time-entries/{id}/withdrawal",
                        "/v1/time-entries/{id}/rate/approval")
                .send(Set.of(TIME_AUTHOR, PROJECT_MANAGER), "/v1/time-entries/{id}/rate")
                .send(BILLING, "/v1/time-entries/{id}/deferral", "/v1/time-entries/{id}/write-off")
                .read(READERS, "/v1/expenses", "/v1/expenses/{id}")
                .send(
                        AUTHORS,
                        "/v1/expenses",
                        "/v1/expenses/batch",
                        "/v1/expenses/{id}/submission",
                        "/v1/imports/expenses")
                .send(
                        CHANGING,
                        "/v1/expenses/{id}/corrections",
                        "/v1/expenses/{id}/corrections/preview",
                        "/v1/expenses/{id}/move",
                        "/v1/expenses/{id}/move/preview",
                        "/v1/expenses/{id}/refunds",
                        "/v1/expenses/{id}/refunds/preview")
                .send(
                        APPROVERS,
                        "/v1/expenses/{id}/approval",
                        "/v1/expenses/{id}/rejection",
                        "/v1/expenses/{id}/withdrawal",
                        "/v1/expenses/{id}/withdrawal/preview")
                .send(BILLING, "/v1/expenses/{id}/deferral", "/v1/expenses/{id}/write-off");
    }

    private WorkOperations() {}
}
