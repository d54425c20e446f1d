package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingProcessesTest.limiting;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever changes the worth of time, of an item or of an expense asks the limits again, for what it is worth then. */
class WhenWorkPricedThenReserveTest {

    private static final String ENTRY = "time-entry:e-1";
    private static final String ITEM = "billing-item:m-1";
    private static final String EXPENSE = "expense:x-1";

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory()
            .with(ENTRY, approved(1, NOON), priced(1, "120"))
            .with(ITEM, ready("5000"))
            .with(EXPENSE, expense("300"));

    static Stream<Arguments> changes() {
        return Stream.of(
                change("120", TimeReopened.class, ENTRY, "amount", "40"),
                change("100", TimeRepriced.class, ENTRY, "amountDelta", "-20"),
                change("150", TimeCorrectedAfterApproval.class, ENTRY, "amountDelta", "30"),
                change("0", TimeApprovalWithdrawn.class, ENTRY, "amount", "-120"),
                change("90", TimeWrittenOff.class, ENTRY, "amount", "30"),
                change("0", TimeWrittenOff.class, ENTRY, "amount", "120.01"),
                change("20", TimeCorrectedAfterBilling.class, ENTRY, "amount", "100"),
                change("5000", BillingItemReopened.class, ITEM, "amount", "1000"),
                change("4000", BillingItemWrittenOff.class, ITEM, "amount", "1000"),
                change("3000", BillingItemCorrected.class, ITEM, "amount", "2000"),
                change("0", BillingItemCorrected.class, ITEM, "amount", "5000.01"),
                change("300", ExpenseReopened.class, EXPENSE, "amount", "100"),
                change("200", ExpenseWrittenOff.class, EXPENSE, "amount", "100"),
                change("250", ExpenseLowered.class, EXPENSE, "amount", "50"));
    }

    private static Arguments change(
            String worth, Class<? extends SpecificRecord> type, String source, String field, @Nullable String amount) {
        return Arguments.arguments(worth, type, source, field, amount);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_asks_for_what_is_left(
            String worth, Class<? extends SpecificRecord> type, String source, String field, @Nullable String amount) {
        var event = happens(type, source, field, amount);

        process(true).on(event);

        assertThat(sent.of(ReserveFunds.class)).singleElement().satisfies(asked -> {
            assertThat(asked.sourceId()).isEqualTo(source);
            assertThat(asked.worth()).isEqualByComparingTo(worth);
            assertThat(asked.lineNo()).isEqualTo(2);
            assertThat(asked.fundingId()).isEqualTo(FUNDING);
            assertThat(asked.approvedAt()).isEqualTo(source.equals(ENTRY) ? NOON : EVENING);
        });
        assertThat(sent.keys()).containsExactly("reserve/" + source + "/" + ProcessUnderTest.EVENT_ID);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_of_what_nothing_limits_is_passed_over(
            String worth, Class<? extends SpecificRecord> type, String source, String field, @Nullable String amount) {
        process(false).on(happens(type, source, field, amount));

        assertThat(sent.commands()).isEmpty();
    }

    private SpecificRecord happens(
            Class<? extends SpecificRecord> type, String source, String field, @Nullable String amount) {
        var id = source.equals(ENTRY) ? "timeEntryId" : source.equals(ITEM) ? "billingItemId" : "expenseId";
        var event = AnyEvent.of(
                type, id, source, "contractId", "contract:K-1", field, amount == null ? null : wire(amount));
        var line = event.getSchema().getField("lineNo");
        if (line != null) {
            event.put(line.pos(), 2);
        }
        // What has a price says all of it.
        put(event, "currency", "EUR");
        put(event, "billedSecondsDelta", 0);
        put(event, "billedSeconds", 0);
        history.with(source, event);
        return event;
    }

    private static void put(SpecificRecord event, String name, Object value) {
        var field = event.getSchema().getField(name);
        if (field != null && event.get(field.pos()) == null) {
            event.put(field.pos(), value);
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 5000", "0.01, 0.01", "0, ", "-5, "})
    void an_item_and_an_expense_ask_when_they_have_a_price_above_zero(String amount, @Nullable String worth) {
        var bare = new KnownHistory();
        var process = new ProcessUnderTest(new WhenWorkPricedThenReserve(limiting(true), sent, bare));
        process.on(ready(amount));
        process.on(expense(amount));

        if (worth == null) {
            assertThat(sent.commands()).isEmpty();
            return;
        }
        assertThat(sent.of(ReserveFunds.class))
                .extracting(ReserveFunds::worth)
                .containsExactly(wire(worth), wire(worth));
        assertThat(sent.keys()).containsExactly("reserve/" + ITEM, "reserve/" + EXPENSE);
    }

    @Test
    void an_item_and_an_expense_that_nothing_limits_ask_for_nothing() {
        process(false).on(ready("5000"));
        process(false).on(expense("300"));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void work_queues_by_the_approval_of_the_version_that_has_the_price() {
        history.with(ENTRY, approved(2, EVENING), priced(2, "60"));
        process(true).on(priced(2, "60"));
        assertThat(sent.of(ReserveFunds.class).getLast().approvedAt()).isEqualTo(EVENING);
    }

    @Test
    void a_correction_of_time_that_has_no_price_asks_for_nothing() {
        process(true).on(happens(TimeCorrectedAfterApproval.class, ENTRY, "amountDelta", null));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void limits_that_nobody_watches_yet_are_asked_later_and_another_refusal_is_told() {
        sent.refuse(ReserveFunds.class, new RuleViolated("G-03", "unknown"));
        process(true).on(priced(1, "120"));
        assertThat(sent.commands()).hasSize(1);

        sent.refuse(ReserveFunds.class, new RuleViolated("F-01", "another currency"));
        assertThatThrownBy(() -> process(true).on(priced(1, "120"))).hasMessageContaining("F-01");
    }

    private ProcessUnderTest process(boolean limited) {
        return new ProcessUnderTest(new WhenWorkPricedThenReserve(limiting(limited), sent, history));
    }

    private static TimeApproved approved(int version, Instant at) {
        return AnyEvent.of(TimeApproved.class, "timeEntryId", ENTRY, "version", version, "approvedAt", at);
    }

    private static TimePriced priced(int version, String amount) {
        return work(TimePriced.class, "timeEntryId", ENTRY, "version", version, "amount", wire(amount));
    }

    private static BillingItemReady ready(String amount) {
        return work(BillingItemReady.class, "billingItemId", ITEM, "amount", wire(amount));
    }

    private static ExpensePriced expense(String amount) {
        return work(ExpensePriced.class, "expenseId", EXPENSE, "amount", wire(amount));
    }

    private static <T extends SpecificRecord> T work(Class<T> type, Object... fields) {
        var event = AnyEvent.of(type, fields);
        var schema = event.getSchema();
        event.put(schema.getField("contractId").pos(), "contract:K-1");
        event.put(schema.getField("customerId").pos(), "customer:ACME");
        event.put(schema.getField("projectId").pos(), "project:P-1");
        event.put(schema.getField("currency").pos(), "EUR");
        event.put(schema.getField("lineNo").pos(), 2);
        return event;
    }
}
