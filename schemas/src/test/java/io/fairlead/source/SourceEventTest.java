package io.fairlead.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.schema.Contracts;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceEventTest {

    private static final Set<String> KEYS = Set.of("timeEntryId", "billingItemId", "expenseId");

    /** Fields that only events have which move a source's value, or keep it from being billed. */
    private static final List<String> MARKS = List.of("portionNo", "amountDelta", "until", "accountingDate");

    /** Cost is no price. */
    private static final Set<String> NONE = Set.of(ExpenseCosted.class.getName(), ExpenseRecosted.class.getName());

    private static boolean isMarked(Schema schema) {
        return KEYS.contains(schema.getFields().getFirst().name())
                && MARKS.stream().anyMatch(mark -> schema.getField(mark) != null)
                && !NONE.contains(schema.getFullName());
    }

    static List<Class<?>> cases() {
        return SourceCases.types().stream()
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList();
    }

    @Test
    void every_event_that_moves_what_is_billed_has_a_case() {
        var marked = Contracts.all().stream()
                .filter(type -> isMarked(SpecificData.get().getSchema(type)))
                .toList();
        assertThat(marked).hasSizeGreaterThan(20);
        assertThat(marked)
                .as(
                        "events of billable sources that SourceEvent does not know: add a case to the Sources class of their kind")
                .allSatisfy(type -> assertThat(SourceEvent.kindOf(type)).isPresent());
    }

    @Test
    void every_kind_of_source_event_comes_of_some_event() {
        Set<Class<?>> made = cases().stream()
                .map(type -> SourceEvent.kindOf(type).orElseThrow())
                .collect(Collectors.toSet());
        assertThat(made).containsExactlyInAnyOrder(SourceEvent.class.getPermittedSubclasses());
    }

    @Test
    void a_forgotten_event_would_be_found() {
        var schema = new Schema.Parser().parse("""
                {"type":"record","name":"n.ExpenseSplit","fields":[
                  {"name":"expenseId","type":"string"},{"name":"portionNo","type":"int"}]}""");
        assertThat(isMarked(schema)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_case_says_what_its_event_says(Class<?> type) {
        var event = filled(type);
        var schema = event.getSchema();
        var made = SourceEvent.of(event).orElseThrow();

        assertThat(made).isInstanceOf(SourceEvent.kindOf(type).orElseThrow());
        assertThat(made.sourceId()).isEqualTo(event.get(0));
        for (var said : Stream.of(made.getClass().getRecordComponents()).toList()) {
            switch (value(made, said.getAccessor())) {
                case SourcePart part -> {
                    assertThat(part.portionNo()).isEqualTo(of(event, "portionNo"));
                    assertThat(part.amount()).isEqualTo(of(event, "amount"));
                    assertThat(part.seconds()).isEqualTo(schema.getField("seconds") == null ? 0 : of(event, "seconds"));
                }
                case Attribution attribution -> {
                    assertThat(attribution.serviceDate()).isEqualTo(of(event, "serviceDate"));
                    assertThat(attribution.accountingDate()).isEqualTo(of(event, "accountingDate"));
                    assertThat(attribution.currency()).isEqualTo(of(event, "currency"));
                    assertThat(attribution.ruleVersion())
                            .isEqualTo(schema.getField("ruleVersion") == null ? 1 : of(event, "ruleVersion"));
                    assertThat(attribution.kind()).isIn("time", "expense", "kind");
                    assertWork(attribution.work(), event);
                }
                case BigDecimal amount ->
                    assertThat(amount.abs())
                            .isEqualTo(of(event, schema.getField("amountDelta") == null ? "amount" : "amountDelta"));
                case Integer number ->
                    assertThat(Math.abs(number))
                            .isIn(
                                    0,
                                    find(event, "billedSeconds"),
                                    find(event, "billedSecondsDelta"),
                                    find(event, "invoiceLineNo"));
                case SourceEvent.Reason _ -> assertThat(made).isInstanceOf(Changed.class);
                case Object text ->
                    assertThat(text)
                            .isEqualTo(said.getName().equals("sourceId") ? event.get(0) : of(event, said.getName()));
            }
        }
    }

    private static void assertWork(Work work, SpecificRecord event) {
        assertThat(work.legalEntityId()).isEqualTo("legalEntityId");
        assertThat(work.customerId()).isEqualTo("customerId");
        assertThat(work.contractId()).isEqualTo("contractId");
        assertThat(work.projectId()).isEqualTo("projectId");
        assertThat(work.lineNo()).isEqualTo(of(event, "lineNo"));
        assertThat(work.personId()).isEqualTo(event.getSchema().getField("personId") == null ? null : "personId");
    }

    @Test
    void what_is_taken_away_is_negative_and_what_has_no_price_moves_nothing() {
        var withdrawn = (TimeApprovalWithdrawn) filled(TimeApprovalWithdrawn.class);
        assertThat(SourceEvent.of(withdrawn)).get().isInstanceOfSatisfying(Changed.class, change -> {
            assertThat(change.because()).isEqualTo(SourceEvent.Reason.WITHDRAWN);
            assertThat(change.seconds()).isEqualTo(-withdrawn.getBilledSeconds());
            assertThat(change.amount()).isEqualTo(withdrawn.getAmount().negate());
        });
        var corrected = (TimeCorrectedAfterApproval) filled(TimeCorrectedAfterApproval.class);
        assertThat(SourceEvent.of(corrected)).get().isInstanceOfSatisfying(Changed.class, change -> {
            assertThat(change.because()).isEqualTo(SourceEvent.Reason.CORRECTED);
            assertThat(change.seconds()).isEqualTo(corrected.getBilledSecondsDelta());
        });
        assertThat(SourceEvent.of(filled(TimeRepriced.class)))
                .get()
                .isInstanceOfSatisfying(
                        Changed.class, change -> assertThat(change.seconds()).isZero());
        assertThat(SourceEvent.of(TimeApprovalWithdrawn.newBuilder(withdrawn)
                        .setAmount(null)
                        .setBilledSeconds(null)
                        .build()))
                .isEmpty();
        assertThat(SourceEvent.of(TimeCorrectedAfterApproval.newBuilder(corrected)
                        .setAmountDelta(null)
                        .setBilledSecondsDelta(null)
                        .build()))
                .isEmpty();
    }

    @Test
    void other_events_are_none() {
        assertThat(SourceEvent.of(filled(ExpenseCosted.class))).isEmpty();
        assertThat(SourceEvent.kindOf(ExpenseCosted.class)).isEmpty();
        assertThat(SourceEvent.kindOf(TimePriced.class)).contains(Priced.class);
        assertThat(SourceEvent.kindOf(io.fairlead.expense.event.ExpenseDeferred.class))
                .contains(Deferred.class);
    }

    @Test
    void work_is_refused_of_an_event_that_does_not_say_all_of_it() {
        assertThat(Work.of(filled(TimeWrittenOff.class)).personId()).isEqualTo("personId");
        var billed = filled(TimeBilled.class);
        assertThatThrownBy(() -> Work.of(billed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TimeBilled says no legalEntityId");
    }

    private static Object value(Object owner, java.lang.reflect.Method accessor) {
        try {
            return accessor.invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object of(SpecificRecord event, String field) {
        return event.get(event.getSchema().getField(field).pos());
    }

    private static int find(SpecificRecord event, String field) {
        return event.getSchema().getField(field) == null ? 0 : (Integer) of(event, field);
    }

    /** Each field says its own name, or a number of its place. */
    private static SpecificRecord filled(Class<?> type) {
        var event = (SpecificRecord)
                SpecificData.newInstance(type, SpecificData.get().getSchema(type));
        for (var field : event.getSchema().getFields()) {
            event.put(field.pos(), sample(field, field.schema()));
        }
        return event;
    }

    private static Object sample(Schema.Field field, Schema schema) {
        var logical =
                schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
        int number = field.pos() + 1;
        return switch (schema.getType()) {
            case UNION ->
                sample(
                        field,
                        schema.getTypes().getLast().getType() == Schema.Type.NULL
                                ? schema.getTypes().getFirst()
                                : schema.getTypes().getLast());
            case STRING -> field.name();
            case INT -> logical.equals("date") ? (Object) LocalDate.of(2026, 3, number) : (Object) number;
            case LONG -> Instant.ofEpochSecond(number);
            case BYTES, FIXED -> new BigDecimal(number).setScale(4);
            case ARRAY -> List.of();
            case BOOLEAN -> true;
            case RECORD -> filled(SpecificData.get().getClass(schema));
            case ENUM, MAP, FLOAT, DOUBLE, NULL -> throw new IllegalStateException(field.name());
        };
    }
}
