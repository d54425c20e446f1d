package io.fairlead.project;

import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.project.event.ProjectClosed;
import io.fairlead.project.event.ProjectOpened;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;

/** A project with one task and one milestone, in events. */
final class ProjectExamples {

    static FixtureConfiguration<Project> projects() {
        return new AggregateTestFixture<>(Project.class);
    }

    static ProjectOpened opened(String name) {
        return ProjectOpened.newBuilder()
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setName(name)
                .setCurrency("EUR")
                .setZone("Europe/Berlin")
                .setLineNo(1)
                .setOpenedOn(WORK_DAY)
                .build();
    }

    static MilestoneScheduled scheduled(String amount) {
        return MilestoneScheduled.newBuilder()
                .setProjectId("project:P-1")
                .setMilestoneId("M1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setName("Go-live")
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setDueOn(MONTH_END)
                .build();
    }

    static ProjectClosed closed(LocalDate on) {
        return ProjectClosed.newBuilder()
                .setProjectId("project:P-1")
                .setClosedOn(on)
                .build();
    }

    private ProjectExamples() {}
}
