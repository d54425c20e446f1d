package io.fairlead.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.simulation.KnownFaults.Fault;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is listed as a fault of today still is one: whoever mends it takes it off the list, so that nothing hides behind it.
 * Histories run otherwise after a change of commands or of chance: then another seed is named, one that
 * {@link RandomHistoriesTest} tells.
 */
class KnownFaultsTest {

    private static final String CASE = "case \\d{2}|no case";

    static Stream<Fault> faults() {
        return KnownFaults.all().stream();
    }

    @ParameterizedTest(allowZeroInvocations = true) // At best none is known.
    @MethodSource("faults")
    void a_listed_fault_names_its_case_and_shows_in_each_of_its_seeds(Fault fault) {
        assertThat(fault.name()).matches("(?:" + CASE + "): .+");
        assertThat(fault.seeds()).isNotEmpty();
        var world = new World();
        assertThat(fault.seeds()).allSatisfy(seed -> assertShows(fault, world, seed));
    }

    @ParameterizedTest
    @EnumSource(Excluded.class)
    void a_meeting_that_histories_keep_away_from_names_its_case_and_is_wrong_in_each_of_its_seeds(Excluded meeting) {
        assertThat(meeting.ofCase()).matches(CASE);
        assertThat(meeting.seeds()).isNotEmpty();
        var world = World.with(meeting);
        assertThat(meeting.seeds())
                .allSatisfy(seed -> assertThat(meeting.showsIn(world.live(seed).broken()))
                        .as(remedy(seed, "-Dlift=" + meeting.name()))
                        .isTrue());
    }

    /** Of a history without a fault no fault is told, so one that is mended and still listed is red. */
    @Test
    void a_fault_that_is_mended_shows_no_more() {
        assertThat(KnownFaults.explaining(List.of())).isEmpty();
        assertThat(new Fault("case 99: mended", Pattern.compile(".*"), true, List.of(7L)).explains(List.of()))
                .isFalse();
        assertThat(Excluded.values()).noneMatch(meeting -> meeting.showsIn(List.of()));
    }

    private static void assertShows(Fault fault, World world, long seed) {
        assertThat(KnownFaults.explaining(world.live(seed).broken()))
                .as(remedy(seed, "10,000 of them"))
                .contains(fault.name());
    }

    private static String remedy(long seed, String how) {
        return "seed " + seed
                + " does not show it: if it is mended, take it off the list; if histories run otherwise now,"
                + " name a seed that RandomHistoriesTest tells, " + how;
    }
}
