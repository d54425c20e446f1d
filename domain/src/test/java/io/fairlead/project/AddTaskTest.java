package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.closed;
import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.project.event.TaskAdded;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AddTaskTest {

    private final FixtureConfiguration<Project> project = ProjectExamples.projects();

    @Test
    void a_task_is_added() {
        project.given(opened("Migration")).when(add("T-1", "Design")).expectEvents(added("T-1", "Design"));
    }

    @Test
    void the_same_task_again_changes_nothing_even_when_the_project_is_closed() {
        project.given(opened("Migration"), added("T-1", "Design"), closed(MONTH_END))
                .when(add("T-1", "Design"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_task_under_the_same_id_is_refused() {
        project.given(opened("Migration"), added("T-1", "Design"))
                .when(add("T-1", "Build"))
                .expectException(refusal("J-02"))
                .expectNoEvents();
    }

    @Test
    void a_closed_project_takes_no_task() {
        project.given(opened("Migration"), closed(MONTH_END))
                .when(add("T-1", "Design"))
                .expectException(refusal("J-08"))
                .expectNoEvents();
    }

    private static AddTask add(String id, String name) {
        return new AddTask(PROJECT, id, name, 1, "BILLABLE");
    }

    private static TaskAdded added(String id, String name) {
        return TaskAdded.newBuilder()
                .setProjectId("project:P-1")
                .setTaskId(id)
                .setName(name)
                .setLineNo(1)
                .setTimeClass("BILLABLE")
                .build();
    }
}
