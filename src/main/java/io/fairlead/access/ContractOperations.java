package io.fairlead.access;

import static io.fairlead.access.Role.BILLING_PREPARER;
import static io.fairlead.access.Role.CONTRACT_MANAGER;
import static io.fairlead.access.Role.CONTROLLER;
import static io.fairlead.access.Role.GATEWAY;
import static io.fairlead.access.Role.PROJECT_MANAGER;

import java.util.Set;

/** Deals, contracts and projects: what was sold, what was agreed, and how far it is. */
final class ContractOperations {

    private static final Set<Role> SALES = Set.of(CONTRACT_MANAGER);
    private static final Set<Role> DELIVERY = Set.of(PROJECT_MANAGER);
    private static final Set<Role> BOTH = Set.of(CONTRACT_MANAGER, PROJECT_MANAGER);
    private static final Set<Role> DEALS = Set.of(CONTRACT_MANAGER, GATEWAY);

    static Rows rows() {
        return new Rows()
                .read(Circles.with(Circles.COMMERCIAL, GATEWAY), "/v1/deals", "/v1/deals/{id}")
                .send(
                        DEALS,
                        "/v1/opportunities",
                        "/v1/opportunities/batch",
                        "/v1/opportunities/salesforce",
                        "/v1/imports/opportunities")
                .send(SALES, "/v1/deals/{id}/rejection")
                .read(
                        Circles.COMMERCIAL,
                        "/v1/contracts",
                        "/v1/contracts/{id}",
                        "/v1/contracts/{id}/amendments",
                        "/v1/contracts/{id}/funding",
                        "/v1/contracts/{id}/instalments",
                        "/v1/contracts/{id}/over-limit")
                .send(SALES, "/v1/contracts", "/v1/contracts/{id}/amendments", "/v1/contracts/{id}/close")
                .send(
                        Set.of(CONTRACT_MANAGER, PROJECT_MANAGER, BILLING_PREPARER),
                        "/v1/contracts/{id}/billing-hold",
                        "/v1/contracts/{id}/billing-hold/lift")
                .send(BOTH, "/v1/contracts/{id}/funding/priority")
                .send(Set.of(CONTRACT_MANAGER, BILLING_PREPARER), "/v1/contracts/{id}/purchase-order")
                .read(Circles.with(Circles.STAFF, GATEWAY), "/v1/projects", "/v1/projects/{id}")
                .read(Circles.STAFF, "/v1/projects/{id}/progress")
                .send(
                        BOTH,
                        "/v1/projects",
                        "/v1/projects/{id}/close",
                        "/v1/projects/{id}/instalments",
                        "/v1/projects/{id}/milestones",
                        "/v1/projects/{id}/progress-items",
                        "/v1/projects/{id}/progress-reports/{report}/reduction")
                .send(Set.of(PROJECT_MANAGER, CONTROLLER), "/v1/projects/{id}/estimates")
                .send(
                        DELIVERY,
                        "/v1/projects/{id}/deliveries",
                        "/v1/projects/{id}/milestones/{milestone}/acceptance",
                        "/v1/projects/{id}/milestones/{milestone}/reached",
                        "/v1/projects/{id}/progress-reports",
                        "/v1/projects/{id}/tasks");
    }

    private ContractOperations() {}
}
