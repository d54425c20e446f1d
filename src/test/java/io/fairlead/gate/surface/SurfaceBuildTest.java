package io.fairlead.gate.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.Sources;
import io.fairlead.gate.surface.Clients.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API, the views and the JSON of commands stay as they were released. Breaking changes are planted one by one. */
class SurfaceBuildTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");
    private static final Clients CLIENTS = new Clients(List.of(
            new Use("erp-sync", "GET /v1/nodes", 1_204, "2026-11-29"),
            new Use("portal", "POST /v1/parked/retries", 3, "2026-11-30"),
            new Use("portal", "GET /v1/parked", 7, "2026-11-30"),
            new Use("warehouse", "bi.margin", 0, ""),
            new Use("night job", "fairlead parked list", 0, "")));

    private static final PlantedSurface RELEASED = PlantedSurface.small();

    @Test
    void nothing_breaks_those_who_use_the_last_release() {
        // An exception ends with its last day, so this asks for the day, as the command does; all else here is told
        // one.
        var report = ContractsCommand.report(Sources.ROOT.resolve(SurfaceFiles.FOLDER));
        assertThat(report.isOpen())
                .as("./fairlead contracts check says:%n%s", report.table().asText())
                .isTrue();
        assertThat(report.compared()).isGreaterThan(200);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_breaks_is_refused_with_who_uses_it(BreakingChange change) {
        var report = report(RELEASED.with(change.planted()), List.of());

        assertThat(report.isOpen()).isFalse();
        assertThat(report.findings()).as(report.table().asText()).anySatisfy(finding -> {
            assertThat(finding.change()).isEqualTo(change.told());
            assertThat(finding.usedBy()).isEqualTo(change.usedBy());
            assertThat(finding.remedy()).contains("exceptions.json");
        });
    }

    @Test
    void twenty_kinds_of_breaking_changes_and_ten_of_harmless_ones_are_planted() {
        assertThat(BreakingChange.values()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(HarmlessChange.values()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_that_nobody_has_to_follow_is_accepted(HarmlessChange change) {
        var report = report(RELEASED.with(change.planted()), List.of());
        assertThat(report.findings()).as(report.table().asText()).isEmpty();
    }

    @Test
    void an_exception_excuses_its_change_until_its_last_day() {
        var change = BreakingChange.OPERATION_REMOVED;
        var broken = RELEASED.with(change.planted());
        var excused = new AcceptedBreakage(
                change.told(), "merged into another", "erp-sync, by mail", TODAY.minusDays(30), TODAY);

        assertThat(report(broken, List.of(excused)).isOpen()).isTrue();
        assertThat(report(broken, List.of(excused)).accepted()).hasSize(1);
        assertThat(reportOn(TODAY.plusDays(1), broken, List.of(excused)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("ended on 2026-12-01"));
    }

    @Test
    void an_exception_without_a_reason_or_with_an_end_too_far_excuses_nothing() {
        var change = BreakingChange.OPERATION_REMOVED;
        var broken = RELEASED.with(change.planted());
        for (var idle : List.of(
                new AcceptedBreakage(change.told(), " ", "erp-sync", TODAY, TODAY),
                new AcceptedBreakage(change.told(), "merged", "", TODAY, TODAY),
                new AcceptedBreakage(change.told(), "merged", "erp-sync", TODAY, TODAY.plusDays(366)))) {
            assertThat(report(broken, List.of(idle)).isOpen()).isFalse();
        }
    }

    @Test
    void an_exception_that_lacks_something_is_refused_by_what_it_lacks() {
        var endless = """
                [{"change": "GET /v1/nodes is gone", "reason": "merged", "told": "erp-sync",
                  "decided": "2026-12-01"}]
                """;
        assertThatThrownBy(() -> AcceptedBreakage.read(endless)).hasMessageContaining("has no last day");
    }

    @Test
    void an_exception_that_excuses_nothing_is_refused() {
        var idle = new AcceptedBreakage("GET /v1/gone is gone", "merged", "erp-sync", TODAY, TODAY);
        assertThat(report(RELEASED.surface(), List.of(idle)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict()).isEqualTo("idle"));
    }

    @Test
    void a_release_makes_the_former_change_the_new_contract(@TempDir Path folder) throws IOException {
        RELEASED.write(folder.resolve("released"));
        Files.writeString(folder.resolve("clients.json"), "[]");
        Files.writeString(folder.resolve("exceptions.json"), "[]");
        PlantedSurface.changed(BreakingChange.COLUMN_DROPPED.planted()).write(folder);
        assertThat(SurfaceReport.of(folder, TODAY).isOpen()).isFalse();

        assertThat(new SurfaceFiles(folder).release(true)).containsExactly("bi.json");
        assertThat(SurfaceReport.of(folder, TODAY).isOpen()).isFalse();
        assertThat(new SurfaceFiles(folder).release(false)).containsExactly("bi.json");
        assertThat(SurfaceReport.of(folder, TODAY).isOpen()).isTrue();
        assertThat(new SurfaceFiles(folder).release(false)).isEmpty();
    }

    private static SurfaceReport report(Surface after, List<AcceptedBreakage> exceptions) {
        return reportOn(TODAY, after, exceptions);
    }

    private static SurfaceReport reportOn(LocalDate day, Surface after, List<AcceptedBreakage> exceptions) {
        return SurfaceReport.of(RELEASED.surface(), after, CLIENTS, exceptions, day);
    }
}
