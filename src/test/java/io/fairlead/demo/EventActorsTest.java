package io.fairlead.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.login.Bearer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of a month that nobody, or another, put their name to. */
class EventActorsTest {

    private final Map<String, LoggedInPerson> people = new LinkedHashMap<>();
    private final EventActors actors = new EventActors();

    @BeforeEach
    void everybodyDidTheirStep() {
        for (var name : List.of("tina", "adam", "paul", "bea")) {
            people.put(name, new LoggedInPerson(name, "https://p|" + name, Bearer.NONE));
        }
        EventActors.STEPS.forEach((type, name) -> actors.add("io.fairlead.event." + type, "https://p|" + name));
        actors.add("io.fairlead.event.InvoicePosted", "process|process-post-invoice");
        actors.add("io.fairlead.event.InvoiceStaged", "gateway|gateway-erp");
    }

    @Test
    void steps_of_the_right_people_and_reactions_are_as_they_should_be() {
        assertThat(actors.differences(people)).isEmpty();
        assertThat(actors.byActor()).containsEntry("https://p|tina", 2L).containsEntry("https://p|bea", 1L);
    }

    @Test
    void somebody_whom_nobody_vouches_for_is_seen() {
        actors.add("io.fairlead.event.CustomerRegistered", "local|admin");
        assertThat(actors.differences(people))
                .containsExactly("1 of CustomerRegistered name local|admin, who did not log in");
    }

    @Test
    void a_step_of_another_person_is_seen_and_one_that_nobody_did() {
        actors.add("io.fairlead.event.InvoiceApproved", "https://p|paul");
        assertThat(actors.differences(people)).containsExactly("1 of InvoiceApproved name https://p|paul and not bea");
        var others = new HashMap<>(people);
        others.put("bea", new LoggedInPerson("bea", "https://p|someone", Bearer.NONE));
        assertThat(actors.differences(others)).contains("there is no InvoiceApproved of bea");
    }
}
