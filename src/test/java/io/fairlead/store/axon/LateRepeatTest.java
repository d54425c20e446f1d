package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.time.AdjustTime;
import io.fairlead.time.RecordTime;
import io.fairlead.time.TimeEntry;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A difference that is sent again after the store forgot its key. */
class LateRepeatTest {

    private static final TimeEntryId ENTRY = TimeEntryId.of("late");
    private static final AdjustTime MINUS_AN_HOUR = new AdjustTime(ENTRY, -3_600, "a break", "local|ann");

    @Test
    void it_is_known_by_the_log_to_this_process_and_to_the_next() {
        try (var subject = new StoreUnderTest()) {
            try (var axon = new AxonSetup(subject.store, List.of(TimeEntry.class))) {
                var _ = axon.door().dispatch(recorded(), CommandDoorTest.context("record", "record"));
                var first = axon.door().dispatch(MINUS_AN_HOUR, sent());
                assertThat(first.lastPosition()).isEqualTo(2);
                forgetAllKeys(subject);
                assertThat(axon.door().dispatch(MINUS_AN_HOUR, sent()).lastPosition())
                        .isZero();
                forgetAllKeys(subject);
            }
            try (var axon = new AxonSetup(subject.store, List.of(TimeEntry.class))) {
                assertThat(axon.door().dispatch(MINUS_AN_HOUR, sent()).lastPosition())
                        .isZero();
                var other = axon.door().dispatch(MINUS_AN_HOUR, CommandDoorTest.context("other", "minus an hour"));
                assertThat(other.lastPosition()).isEqualTo(3);
            }
            assertThat(subject.store.log().stream(ENTRY.value(), 0)).hasSize(3);
        }
    }

    private static CommandContext sent() {
        return CommandDoorTest.context("minus", "minus an hour");
    }

    private static void forgetAllKeys(StoreUnderTest subject) {
        subject.asOwner("delete from store.es_command");
    }

    private static RecordTime recorded() {
        var target = new TimeTarget(
                ProjectId.of("p"),
                null,
                ContractId.of("c"),
                1,
                CustomerId.of("acme"),
                LegalEntityId.of("de"),
                "EUR",
                "Europe/Berlin");
        var day = LocalDate.of(2026, 3, 2);
        return new RecordTime(
                ENTRY,
                "csv",
                "row-1",
                PersonId.of("ann"),
                target,
                null,
                null,
                day,
                28_800,
                "BILLABLE",
                null,
                "local|ann");
    }
}
