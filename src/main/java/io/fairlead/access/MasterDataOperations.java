package io.fairlead.access;

import static io.fairlead.access.Role.BI_READER;
import static io.fairlead.access.Role.CONTROLLER;
import static io.fairlead.access.Role.GATEWAY;
import static io.fairlead.access.Role.MASTER_DATA;
import static io.fairlead.access.Role.PROJECT_MANAGER;

import java.util.Set;

/** Companies, customers, people and rates. What somebody costs is read by whoever keeps it, the controller and the auditor. */
final class MasterDataOperations {

    private static final Set<Role> KEEPERS = Set.of(MASTER_DATA);
    private static final Set<Role> PAY = Set.of(MASTER_DATA, CONTROLLER);
    private static final Set<Role> STAFF_AND_GATEWAYS = Circles.with(Circles.STAFF, GATEWAY);

    static Rows rows() {
        return new Rows()
                .read(
                        Circles.with(STAFF_AND_GATEWAYS, BI_READER),
                        "/v1/legal-entities",
                        "/v1/legal-entities/{id}",
                        "/v1/holiday-calendars")
                .send(
                        KEEPERS,
                        "/v1/legal-entities",
                        "/v1/legal-entities/{id}/details",
                        "/v1/legal-entities/{id}/transfer-rates",
                        "/v1/holiday-calendars")
                .read(Circles.COMMERCIAL, "/v1/legal-entities/{id}/receivable-policy")
                .send(
                        Set.of(CONTROLLER),
                        "/v1/legal-entities/{id}/receivable-policy",
                        "/v1/legal-entities/{id}/work-policies")
                .read(STAFF_AND_GATEWAYS, "/v1/customers", "/v1/customers/{id}")
                .read(Circles.with(Circles.COMMERCIAL, GATEWAY), "/v1/customers/{id}/detail")
                .send(
                        KEEPERS,
                        "/v1/customers",
                        "/v1/customers/{id}/changes",
                        "/v1/customers/{id}/changes/preview",
                        "/v1/customers/{id}/endpoint",
                        "/v1/customers/{id}/merge",
                        "/v1/customers/{id}/merge/preview",
                        "/v1/customers/{id}/tax-profile")
                .read(STAFF_AND_GATEWAYS, "/v1/people", "/v1/people/{id}", "/v1/people/{id}/detail")
                .read(Circles.STAFF, "/v1/people/{id}/absences", "/v1/people/{id}/capacities")
                .read(PAY, "/v1/people/{id}/cost-rates", "/v1/legal-entities/{id}/transfer-rates")
                .send(KEEPERS, "/v1/people", "/v1/people/{id}/cost-rates", "/v1/people/{id}/end")
                .send(Set.of(MASTER_DATA, PROJECT_MANAGER), "/v1/people/{id}/absences", "/v1/people/{id}/capacities")
                .read(Circles.COMMERCIAL, "/v1/rate-cards/{id}/rates", "/v1/tax-rates")
                .send(
                        KEEPERS,
                        "/v1/rate-cards/{id}/rates",
                        "/v1/rate-cards/{id}/rates/{rate}/end",
                        "/v1/rate-changes/preview",
                        "/v1/tax-rates")
                .read(Circles.with(Circles.COMMERCIAL, GATEWAY, BI_READER), "/v1/exchange-rates")
                .send(Set.of(MASTER_DATA, GATEWAY), "/v1/exchange-rates");
    }

    private MasterDataOperations() {}
}
