package io.fairlead.app.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.testing.PostgresForTests;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteredNamesTest {

    private DSLContext views;
    private RegisteredNames names;
    private long nanos = 1;

    @BeforeEach
    void open() {
        views = ProjectionDatabase.open(
                PostgresForTests.migrated("names", ProjectionDatabase::migrate).dataSource());
        names = new RegisteredNames(views, () -> nanos);
    }

    private void onboard(String key, String... aliases) {
        views.execute("""
                insert into projection.person (person_id, legal_entity_id, name, role, employment, start_date, position)
                values (?, 'legal-entity:firm', ?, 'engineer', 'EMPLOYEE', date '2026-01-01', 1)""", "person:" + key, key);
        for (var alias : aliases) {
            views.execute("insert into projection.person_alias values (?, ?, 1)", "person:" + key, alias);
        }
        nanos += Duration.ofSeconds(1).toNanos();
    }

    @Test
    void every_name_of_a_person_leads_to_all_of_them() {
        onboard("mara", "M. Keller", "toggl|77-01");
        onboard("lead", "Lee");
        for (var name : new String[] {"mara", "mkeller", "toggl7701"}) {
            assertThat(names.namesOf(name)).containsExactlyInAnyOrder("mara", "mkeller", "toggl7701");
        }
        assertThat(names.namesOf("lee")).containsExactlyInAnyOrder("lead", "lee");
        assertThat(names.namesOf("boss")).isEmpty();
    }

    @Test
    void a_name_that_two_people_have_may_be_either() {
        onboard("mara", "Alex");
        onboard("mirko", "A-LEX");
        assertThat(names.namesOf("alex")).containsExactlyInAnyOrder("mara", "mirko", "alex");
        assertThat(names.namesOf("mara")).containsExactlyInAnyOrder("mara", "alex");
    }

    @Test
    void who_comes_later_is_known_a_moment_later_and_not_asked_for_at_every_approval() {
        assertThat(names.namesOf("mara")).isEmpty();
        onboard("mara");
        nanos -= Duration.ofSeconds(1).toNanos();
        assertThat(names.namesOf("mara")).isEmpty();
        nanos += Duration.ofMillis(251).toNanos();
        assertThat(names.namesOf("mara")).containsExactly("mara");
    }

    @Test
    void an_alias_without_a_letter_or_digit_is_nobody() {
        onboard("mara", "---");
        assertThat(names.namesOf("")).isEmpty();
    }

    private void map(String subject, String name) {
        views.execute(
                "insert into projection.mapped_identity values (?, 'https://login.example.com', ?, ?, 1)",
                "identity:" + subject,
                subject,
                name);
        nanos += Duration.ofSeconds(1).toNanos();
    }

    @Test
    void a_login_has_the_names_that_it_is_mapped_to_and_those_of_the_person() {
        onboard("mara", "M. Keller");
        map("u-1", "local|mara");
        map("u-1", "local|boss");
        map("u-2", "person:mara");
        map("u-3", "local|lead");
        var login = "https://login.example.com|";
        for (var name : new String[] {"mara", "mkeller", "boss", login + "u-1", login + "u-2"}) {
            assertThat(names.namesOf(name))
                    .containsExactlyInAnyOrder("mara", "mkeller", "boss", login + "u-1", login + "u-2");
        }
        assertThat(names.namesOf("lead")).containsExactlyInAnyOrder("lead", login + "u-3");
        assertThat(names.namesOf(login + "U-1")).isEmpty();
    }
}
