package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gate.CodeGraph;
import io.fairlead.gateway.erp.WhenInvoiceApprovedOrIssuedThenDeliver;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.MoneyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of slices is what the code says. */
class SlicesTest {

    private static final Path PAGE = Sources.ROOT.resolve("src/docs/slices.md");
    private static final Path MADE = Sources.ROOT.resolve("src/target/slices.md");
    private static final Slices SLICES = new Slices(new CodeGraph(
            EventCodec.class, MoneyRules.class, ProjectionEngine.class, WhenInvoiceApprovedOrIssuedThenDeliver.class));

    @Test
    void the_page_of_slices_equals_the_code() throws IOException {
        var made = SLICES.page();
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made);
        if (Boolean.getBoolean("slices.update")) {
            Files.writeString(PAGE, made);
        }

        assertThat(HousePages.difference(Files.exists(PAGE) ? Sources.read(PAGE) : "", made))
                .as(
                        "%s differs from the code, - as it stands, + as the code says: look at it, then copy %s over it,"
                                + " or run SlicesTest with -Dslices.update=true",
                        Sources.ROOT.relativize(PAGE), Sources.ROOT.relativize(MADE))
                .isEmpty();
    }

    /** By calls of other classes, by factories, on repeats, and by commands that one command stands for. */
    @ParameterizedTest
    @CsvSource({
        "RecordTime, TimeRecorded",
        "OfferTime, TimeSubmitted",
        "CreditTime, TimeCorrectedAfterBilling",
        "DeliverUnits, BillingItemReady",
        "ReserveFunds, FundsRanShort",
        "ApplyPayment, InvoicePaid"
    })
    void an_event_is_found_however_far_it_stands_from_its_command(String command, String event) {
        assertThat(SLICES.eventsOf(command)).contains(event).doesNotContain("PersonalText");
    }

    @Test
    void every_command_has_an_event_and_every_event_a_command() {
        assertThat(SLICES.commandNames()).hasSizeGreaterThan(120).contains("FixTimeAmount");
        assertThat(SLICES.commandNames())
                .as("a command without an event is none, or Slices does not see how its aggregate records")
                .noneMatch(command -> SLICES.eventsOf(command).isEmpty());
        assertThat(SLICES.recordedByNobody())
                .as("an event that no command records has no use: delete its contract before it is released")
                .isEmpty();
    }

    @Test
    void rules_processes_and_views_stand_beside_their_command() {
        assertThat(SLICES.page())
                .contains("| SetRate | RateSet | R-01, R-02, R-03 | WhenRateChangedThenReprice | RateCardProjection |")
                .contains("| WhenContractSignedThenOpenObligations | ContractSigned | OpenObligation |");
    }
}
