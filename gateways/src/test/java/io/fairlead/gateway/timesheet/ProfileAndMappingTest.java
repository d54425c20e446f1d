package io.fairlead.gateway.timesheet;

import static io.fairlead.gateway.timesheet.Sheets.file;
import static io.fairlead.gateway.timesheet.Sheets.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.gateway.intake.FileRefused;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileAndMappingTest {

    private static final String REST = "\"persons\":{\"Ana\":\"person:a\"},\"projects\":{\"*\":\"project:x\"}}";

    @ParameterizedTest
    @ValueSource(strings = {"toggl", "clockify", "harvest"})
    void every_built_in_profile_names_days_and_people(String name) {
        var profile = Profile.builtIn(name);

        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.columns()).containsKeys(Column.DATE, Column.PROJECT, Column.BILLABLE);
    }

    @Test
    void an_own_profile_reads_a_localised_export(@TempDir Path folder) throws Exception {
        var path = Files.writeString(folder.resolve("harvest-de.json"), """
                {"name": "harvest-de", "base": "harvest", "separator": ";", "encoding": "windows-1252",
                 "dateOrder": "DMY", "decimal": ",", "zone": "Europe/Berlin", "currency": "EUR",
                 "yes": ["Ja"], "no": ["Nein"],
                 "columns": {"date": ["Datum"], "project": ["Projekt"], "hours": ["Stunden"], "person": ["Person"],
                             "billable": ["Abrechenbar?"], "approved": ["Genehmigt?"]}}
                """);
        var csv = "Datum;Projekt;Stunden;Person;Abrechenbar?;Genehmigt?\n04.08.2026;Büro;\"1,5\";Jörg;Nein;Ja\n";
        var people = "{\"persons\":{\"Jörg\":\"person:j\"},\"projects\":{\"Büro\":\"project:b\"}}";

        var sheet = TimesheetReader.read(
                new ByteArrayInputStream(csv.getBytes(Charset.forName("windows-1252"))),
                Profile.named(path.toString()),
                mapping(people));

        var row = Sheets.accepted(sheet).getFirst();
        assertThat(row.workDate()).hasToString("2026-08-04");
        assertThat(row.seconds()).isEqualTo(5_400);
        assertThat(row.billable()).isFalse();
        assertThat(row.approved()).isTrue();
        assertThat(row.currency()).isEqualTo("EUR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | profile.name",
                "{\"name\":\"a b\"} | profile.name",
                "{\"name\":\"x\",\"colums\":{}} | profile.colums",
                "{\"name\":\"x\",\"base\":\"kimai\"} | profile.base",
                "{\"name\":\"x\",\"columns\":{\"hour\":[\"H\"]}} | profile.columns.hour",
                "{\"name\":\"x\",\"columns\":{\"hours\":\"H\"}} | profile.columns.hours",
                "{\"name\":\"x\",\"separator\":\"x\"} | profile.separator",
                "{\"name\":\"x\",\"decimal\":1} | profile.decimal",
                "{\"name\":\"x\",\"dateOrder\":\"YDM\"} | profile.dateOrder",
                "{\"name\":\"x\",\"zone\":\"Berlin\"} | profile.zone",
                "{\"name\":\"x\",\"encoding\":\"no such\"} | profile.encoding",
                "{\"name\":\"x\",\"currency\":\"Euro\"} | profile.currency",
                "[] | profile.(root)"
            })
    void a_wrong_profile_is_refused_by_key(String json, String field) {
        assertThatThrownBy(() -> Profile.of(file(json))).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo("PROFILE_INVALID");
            assertThat(refused.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira", "no/such/file.json", "../toggl"})
    void an_unknown_profile_is_refused(String name) {
        assertThatThrownBy(() -> Profile.named(name))
                .isInstanceOf(FileRefused.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"projects\":{}} | mapping.persons",
                "{\"persons\":{}} | mapping.projects",
                "{\"person\":{}," + REST + " | mapping.person",
                "{\"persons\":{\"Ana\":\"ana\"},\"projects\":{}} | mapping.persons.Ana",
                "{\"persons\":{\"*\":\"person:a\"},\"projects\":{}} | mapping.persons.*",
                "{\"persons\":{},\"projects\":{\"X\":\"person:a\"}} | mapping.projects.X",
                "{\"persons\":{},\"projects\":{\"X\":7}} | mapping.projects.X",
                "{\"tasks\":{\"T\":\"a task\"}," + REST + " | mapping.tasks.T",
                "{\"clients\":{\"C\":\"c\"}," + REST + " | mapping.clients.C",
                "{\"billable\":\"maybe\"," + REST + " | mapping.billable",
                "{\"zone\":5," + REST + " | mapping.zone",
                "{\"persons\":[],\"projects\":{}} | mapping.persons"
            })
    void a_wrong_mapping_is_refused_by_key(String json, String field) {
        assertThatThrownBy(() -> mapping(json)).isInstanceOfSatisfying(FileRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo("MAPPING_INVALID");
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.remedy()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"persons\":{\"A\":\"person:a\",\"A\":\"person:b\"}}", "{} {}", "nonsense"})
    void what_is_not_json_is_refused(String json) {
        assertThatThrownBy(() -> mapping(json)).isInstanceOf(FileRefused.class).hasMessageStartingWith("JSON_INVALID");
    }

    @Test
    void tasks_and_clients_are_mapped_where_the_mapping_says_so() {
        var mapping = mapping("{\"tasks\":{\"P / T\":\"pt\",\"T\":\"t\"},\"clients\":{\"C\":\"customer:c\"}," + REST);

        assertThat(mapping.task("P", "T")).contains("pt");
        assertThat(mapping.task("Q", "T")).contains("t");
        assertThat(mapping.task("Q", "U")).isEmpty();
        assertThat(mapping.client("C")).contains("customer:c");
        assertThat(mapping.client("D")).isEmpty();
    }
}
