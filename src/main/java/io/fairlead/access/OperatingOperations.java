package io.fairlead.access;

import static io.fairlead.access.Role.AUDITOR;
import static io.fairlead.access.Role.CONSUMER;
import static io.fairlead.access.Role.CONTROLLER;
import static io.fairlead.access.Role.GATEWAY;
import static io.fairlead.access.Role.IT_OPERATOR;
import static io.fairlead.access.Role.SECURITY_ADMIN;
import static io.fairlead.access.Role.TIME_APPROVER;

import java.util.Set;

/** Work items, deliveries, repairs, checks, the schema registry and measurements. */
final class OperatingOperations {

    private static final Set<Role> OPERATORS = Set.of(IT_OPERATOR);
    private static final Set<Role> CARING = Circles.with(Circles.COMMERCIAL, TIME_APPROVER, IT_OPERATOR);
    private static final Set<Role> SCHEMA_READERS = Set.of(CONSUMER, GATEWAY, IT_OPERATOR);
    private static final String REGISTRY = "/registry";
    private static final String SUBJECT = REGISTRY + "/subjects/{subject}";
    private static final String COMPATIBILITY = REGISTRY + "/compatibility/subjects/{subject}/versions";

    static Rows rows() {
        var rows = new Rows()
                .read(CARING, "/v1/exceptions", "/v1/exceptions/{id}")
                .send(CARING, "/v1/exceptions/{id}/assignment", "/v1/exceptions/{id}/resolution")
                .send(CARING, "/v1/exceptions/{id}/waiver")
                .read(Circles.with(Circles.DOCUMENTS, IT_OPERATOR, GATEWAY), "/v1/deliveries", "/v1/deliveries/{id}")
                .send(OPERATORS, "/v1/deliveries/{id}/retry", "/v1/parked/discards", "/v1/parked/retries")
                .send(OPERATORS, "/v1/rebuilds")
                .read(
                        OPERATORS,
                        "/v1/nodes",
                        "/v1/parked",
                        "/v1/rebuilds",
                        "/v1/rebuilds/{id}",
                        "/v1/schemas/verification",
                        "/v1/schemas/verification/progress",
                        "/actuator/metrics",
                        "/actuator/metrics/{requiredMetricName}")
                .read(Set.of(CONTROLLER, IT_OPERATOR), "/v1/verification")
                .read(Set.of(IT_OPERATOR, SECURITY_ADMIN), "/v1/clients")
                .read(Set.of(SECURITY_ADMIN), "/v1/identities")
                .send(Set.of(SECURITY_ADMIN), "/v1/identities")
                .recognised("/v1/whoami")
                .read(Set.of(SECURITY_ADMIN), "/v1/break-glass")
                .send(Set.of(SECURITY_ADMIN), "/v1/break-glass")
                .open(
                        "/openapi.json",
                        "/v3/api-docs",
                        "/v3/api-docs.yaml",
                        "/actuator",
                        "/actuator/health",
                        "/actuator/health/**");
        registry(rows);
        return rows;
    }

    private static void registry(Rows rows) {
        var _ = rows.read(
                        SCHEMA_READERS,
                        REGISTRY,
                        REGISTRY + "/",
                        REGISTRY + "/schemas/types",
                        REGISTRY + "/schemas/ids/{id}",
                        REGISTRY + "/schemas/ids/{id}/schema",
                        REGISTRY + "/schemas/ids/{id}/subjects",
                        REGISTRY + "/schemas/ids/{id}/versions",
                        REGISTRY + "/v1/metadata/id",
                        REGISTRY + "/config",
                        REGISTRY + "/config/{subject}",
                        REGISTRY + "/mode",
                        REGISTRY + "/mode/{subject}",
                        REGISTRY + "/subjects",
                        SUBJECT + "/versions",
                        SUBJECT + "/versions/{version}",
                        SUBJECT + "/versions/{version}/schema",
                        SUBJECT + "/versions/{version}/referencedby")
                // These ask and write nothing, although they are sent.
                .send(Circles.with(SCHEMA_READERS, AUDITOR), SUBJECT, COMPATIBILITY, COMPATIBILITY + "/{version}")
                .send(OPERATORS, SUBJECT + "/versions")
                .by("DELETE", OPERATORS, SUBJECT, SUBJECT + "/versions/{version}")
                .by("PUT", OPERATORS, REGISTRY + "/config", REGISTRY + "/config/{subject}")
                .by("DELETE", OPERATORS, REGISTRY + "/config", REGISTRY + "/config/{subject}")
                .by("PUT", OPERATORS, REGISTRY + "/mode", REGISTRY + "/mode/{subject}")
                .by("DELETE", OPERATORS, REGISTRY + "/mode/{subject}");
    }

    private OperatingOperations() {}
}
