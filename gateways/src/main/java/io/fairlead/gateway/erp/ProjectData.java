package io.fairlead.gateway.erp;

import io.fairlead.project.event.ProjectOpened;
import io.fairlead.shared.StreamKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A project as the ERP is to keep it; goes out when its customer is confirmed. */
public record ProjectData(
        String projectId,
        int version,
        String customerId,
        String name,
        @Nullable String company) implements DeliveryPayload {

    static ProjectData of(ProjectOpened event) {
        return new ProjectData(
                event.getProjectId(),
                1,
                event.getCustomerId(),
                event.getName(),
                StreamKey.keyOf(event.getLegalEntityId()));
    }

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.ENSURE_PROJECT;
    }

    @Override
    public String aggregateId() {
        return projectId;
    }

    @Override
    public String lane() {
        return DeliveryPayload.projectLane(projectId);
    }

    @Override
    public Set<String> needs() {
        return Set.of(DeliveryPayload.customerLane(customerId));
    }
}
