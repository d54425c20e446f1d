package io.fairlead.gateway.timesheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.crm.OpportunityMapping;
import io.fairlead.gateway.crm.OpportunityReader;
import io.fairlead.gateway.intake.RawFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples users start from are read as the documentation says. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "src", "docs", "samples");

    @ParameterizedTest
    @CsvSource({"toggl, 3, 0, 18000", "clockify, 1, 1, 12000", "harvest, 2, 0, 14688"})
    void sample_time_is_read_with_its_sample_mapping(String tool, int accepted, int refused, long seconds)
            throws IOException {
        try (var mapping = Files.newInputStream(SAMPLES.resolve("mapping-" + tool + ".json"));
                var time = Files.newInputStream(SAMPLES.resolve("time-" + tool + ".csv"))) {
            var totals = TimesheetReader.read(time, Profile.builtIn(tool), Mapping.of(RawFile.read(mapping)))
                    .totals();

            assertThat(totals.accepted()).isEqualTo(accepted);
            assertThat(totals.refused()).isEqualTo(refused);
            assertThat(totals.seconds()).isEqualTo(seconds);
            assertThat(totals.warnings()).isZero();
        }
    }

    @Test
    void sample_opportunities_are_read_with_their_sample_mapping() throws IOException {
        try (var mapping = Files.newInputStream(SAMPLES.resolve("mapping-salesforce.json"));
                var deals = Files.newInputStream(SAMPLES.resolve("opportunities-salesforce.json"))) {
            var file = OpportunityReader.read(deals, OpportunityMapping.of(RawFile.read(mapping)));

            assertThat(file.won()).isEqualTo(2);
            assertThat(file.notWon()).isEqualTo(1);
            assertThat(file.refused()).isZero();
        }
    }
}
