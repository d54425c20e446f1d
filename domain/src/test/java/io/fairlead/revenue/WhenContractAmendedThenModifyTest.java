package io.fairlead.revenue;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.event.AmendedLine;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.exception.RaiseException;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhenContractAmendedThenModifyTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final ObligationId FIRST = ObligationId.of(CONTRACT.value(), "line 1");
    private static final RevenueInputs SPENT = new RevenueInputs(wire("420000"), wire("820000"), null, null, JULY);

    private final SentCommands sent = new SentCommands();
    private final Known known = new Known();

    @Test
    void a_new_price_changes_the_obligation_by_the_treatment_that_was_decided() {
        process(amended("CATCH_UP", changed("1000000", "1350000")), day -> Optional.of(day));

        assertThat(sent.of(ModifyObligation.class)).singleElement().satisfies(command -> {
            assertThat(command.obligationId()).isEqualTo(FIRST);
            assertThat(command.treatment()).isEqualTo(Treatment.CATCH_UP);
            assertThat(command.decidedBy()).isEqualTo(LEAD);
            assertThat(command.price()).isEqualTo(wire("1350000"));
            assertThat(command.inputs()).isEqualTo(SPENT);
            assertThat(command.accountingDate()).isEqualTo(JULY);
        });
        assertThat(sent.of(OpenObligation.class)).isEmpty();
    }

    @Test
    void a_prospective_change_asks_what_was_earned_before_its_day_and_a_catch_up_takes_the_day_in() {
        process(amended("PROSPECTIVE", changed("1000000", "1350000")), day -> Optional.of(day));
        process(amended("CATCH_UP", changed("1000000", "1350000")), day -> Optional.of(day));

        assertThat(known.asked).containsExactly(JULY, JULY.plusDays(1));
    }

    @Test
    void the_change_counts_for_the_first_open_day() {
        process(amended("PROSPECTIVE", changed("1000000", "1350000")), day -> Optional.of(day.plusMonths(1)));

        assertThat(sent.of(ModifyObligation.class).getFirst().accountingDate()).isEqualTo(JULY.plusMonths(1));
        assertThat(sent.of(ModifyObligation.class).getFirst().effectiveOn()).isEqualTo(JULY);
    }

    @Test
    void a_separate_promise_is_an_obligation_of_its_own() {
        process(amended("SEPARATE", changed("1000000", "1350000")), day -> Optional.of(day));

        assertThat(sent.of(ModifyObligation.class)).isEmpty();
        assertThat(sent.of(OpenObligation.class)).singleElement().satisfies(command -> {
            assertThat(command.price()).isEqualTo(wire("350000"));
            assertThat(command.obligationId()).isNotEqualTo(FIRST);
        });
    }

    @Test
    void a_new_line_is_opened() {
        var added = AmendedLine.newBuilder()
                .setLineNo(2)
                .setAdded(true)
                .setDescription("Second hall")
                .setAmount(wire("5000"))
                .build();
        process(amended("CATCH_UP", added), day -> Optional.of(day));

        assertThat(sent.of(OpenObligation.class)).singleElement().satisfies(command -> assertThat(command.lineNos())
                .containsExactly(2));
        assertThat(sent.of(ModifyObligation.class)).isEmpty();
    }

    @Test
    void what_does_not_concern_revenue_changes_nothing() {
        process(amended("CATCH_UP", changed("1000000", "1000000")), day -> Optional.of(day));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void without_an_open_day_it_waits_for_a_person_and_goes_on_when_the_item_is_cleared() {
        var amendment = amended("CATCH_UP", changed("1000000", "1350000"));
        process(amendment, _ -> Optional.empty());

        assertThat(sent.commands()).singleElement().isInstanceOfSatisfying(RaiseException.class, raised -> {
            assertThat(raised.code()).isEqualTo("PERIOD_CLOSED");
            assertThat(raised.at()).isEqualTo(EVENING);
        });

        under(amendment, day -> Optional.of(day)).on(resolved("PERIOD_CLOSED", CONTRACT.value()));

        assertThat(sent.of(ModifyObligation.class)).hasSize(1);
    }

    private void process(ContractAmended amendment, AccountingCalendar.Days days) {
        under(amendment, days).on(amendment);
    }

    private ProcessUnderTest under(ContractAmended amendment, AccountingCalendar.Days days) {
        var history = new KnownHistory().with(CONTRACT.value(), signed(), amendment);
        return new ProcessUnderTest(new WhenContractAmendedThenModify(known, _ -> days, sent, history, true));
    }

    /** The one obligation of the signed line. */
    private static final class Known implements RevenueInputsLookup {

        private final List<LocalDate> asked = new ArrayList<>();

        @Override
        public List<Inputs> before(String legalEntityId, LocalDate until) {
            throw new AssertionError("only the contract matters");
        }

        @Override
        public List<Inputs> of(String contractId, @Nullable Integer lineNo, LocalDate until) {
            asked.add(until);
            return List.of(new Inputs(
                    FIRST,
                    contractId,
                    List.of(1),
                    "Hall",
                    RevenueTerms.of(RevenueMethod.PERCENT_COMPLETE, wire("1000000"), FROM, null, "EUR"),
                    wire("600000"),
                    SPENT));
        }
    }

    private static ContractSigned signed() {
        return ContractSigned.newBuilder()
                .setContractId(CONTRACT.value())
                .setLegalEntityId(GMBH.value())
                .setCustomerId(ACME.value())
                .setName("Plant")
                .setCurrency("EUR")
                .setSignedOn(FROM)
                .setTermFrom(FROM)
                .setZone("Europe/Berlin")
                .setPaymentTermsDays(30)
                .setPoRequired(false)
                .setRounding("PER_ENTRY")
                .setLines(List.of(line(1, "1000000")))
                .build();
    }

    private static ContractLine line(int no, String amount) {
        return ContractLine.newBuilder()
                .setLineNo(no)
                .setDescription("Hall")
                .setMethod("FIXED_FEE")
                .setAmount(wire(amount))
                .setTaxCategory("S")
                .setRevenueMethod("PERCENT_COMPLETE")
                .build();
    }

    private static AmendedLine changed(String before, String now) {
        return AmendedLine.newBuilder()
                .setLineNo(1)
                .setDescription("Hall")
                .setAmountBefore(wire(before))
                .setAmount(wire(now))
                .build();
    }

    private static ContractAmended amended(String treatment, AmendedLine line) {
        return ContractAmended.newBuilder()
                .setContractId(CONTRACT.value())
                .setAmendmentNo(1)
                .setAmendmentId("amendment-1")
                .setCustomerId(ACME.value())
                .setLegalEntityId(GMBH.value())
                .setCurrency("EUR")
                .setEffectiveOn(JULY)
                .setTreatment(treatment)
                .setDecidedBy(LEAD)
                .setReason("second hall")
                .setLines(List.of(line))
                .setAdded(line.getAdded() ? List.of(line(2, "5000")) : List.of())
                .setAmendedAt(NOON)
                .build();
    }
}
