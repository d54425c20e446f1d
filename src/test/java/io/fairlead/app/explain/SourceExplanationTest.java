package io.fairlead.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.app.history.Histories;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.log.EventLog;
import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class SourceExplanationTest {

    private static final String EXPENSE = "expense:e-1";
    private static final String INVOICE = "invoice:1";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final FewEvents log = new FewEvents();

    private Explanation explained() {
        return new Explanations(new Histories(log, log.codec), DSL.using(SQLDialect.POSTGRES))
                .of(EXPENSE, null, null)
                .orElseThrow();
    }

    private static ExpensePriced priced(String amount, boolean disbursement) {
        return ExpensePriced.newBuilder()
                .setExpenseId(EXPENSE)
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setCost(wire("99.99"))
                .setMarkUp(new BigDecimal(disbursement ? "0.000000" : "0.050000"))
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setDisbursement(disbursement)
                .setServiceDate(DAY)
                .setAccountingDate(DAY)
                .setRuleVersion(1)
                .build();
    }

    private static BigDecimal wire(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    @Test
    void the_price_of_an_expense_is_worked_out_again() {
        log.append(EXPENSE, priced("104.99", false));
        var price = explained().because().parts().getFirst();

        assertThat(price.what()).isEqualTo("priced by cost and mark-up");
        assertThat(price.amount()).isEqualByComparingTo("104.99");
        assertThat(price.parts()).extracting(Node::what).containsExactly("cost 99.99 x (1 + 0.05) = 104.9895");
        assertThat(explained().differences()).isEmpty();
    }

    @Test
    void a_price_that_does_not_come_out_is_a_difference() {
        log.append(EXPENSE, priced("105.00", false));

        assertThat(explained().differences())
                .containsExactly(EXPENSE + ": cost 99.99 x (1 + 0.05) = 104.9895, not 105.00");
    }

    @Test
    void what_was_paid_for_the_customer_says_so() {
        log.append(EXPENSE, priced("99.99", true));

        assertThat(explained().because().parts().getFirst().what())
                .isEqualTo("priced as it was paid, for the customer");
        assertThat(explained().differences()).isEmpty();
    }

    @Test
    void draft_and_invoice_of_an_expense_are_named_by_number() {
        log.append(EXPENSE, priced("104.99", false));
        log.append(
                EXPENSE,
                ExpensePutOnDraft.newBuilder()
                        .setExpenseId(EXPENSE)
                        .setInvoiceId(INVOICE)
                        .setPortionNo(1)
                        .setAmount(wire("104.99"))
                        .setCurrency("EUR")
                        .setContractId("contract:K-1")
                        .setServiceDate(DAY)
                        .build());
        log.append(
                EXPENSE,
                ExpenseBilled.newBuilder()
                        .setExpenseId(EXPENSE)
                        .setInvoiceId(INVOICE)
                        .setInvoiceNumber("N-7")
                        .setInvoiceLineNo(2)
                        .setPortionNo(1)
                        .setAmount(wire("104.99"))
                        .setCurrency("EUR")
                        .setContractId("contract:K-1")
                        .setServiceDate(DAY)
                        .setAccountingDate(DAY)
                        .build());
        log.append(INVOICE, issued());

        var because = explained().because();
        assertThat(because.parts())
                .extracting(Node::what)
                .containsExactly(
                        "priced by cost and mark-up",
                        "expense put on draft, invoice invoice:1, portion 1, number N-7",
                        "expense billed, invoice invoice:1, portion 1, number N-7");
        assertThat(because.parts().getLast().parts())
                .extracting(Node::what)
                .containsExactly("issued as N-7 on 2026-03-10");
    }

    @Test
    void what_only_moves_value_is_said_in_words() {
        log.append(EXPENSE, priced("104.99", false));
        log.append(
                EXPENSE,
                ExpenseWrittenOff.newBuilder()
                        .setExpenseId(EXPENSE)
                        .setPortionNo(0)
                        .setAmount(wire("104.99"))
                        .setCurrency("EUR")
                        .setContractId("contract:K-1")
                        .setProjectId("project:P-1")
                        .setCustomerId("customer:ACME")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setLineNo(1)
                        .setServiceDate(DAY)
                        .setAccountingDate(DAY)
                        .setReason("goodwill")
                        .build());

        assertThat(explained().because().parts().getLast().what())
                .isEqualTo("expense written off, portion 0, reason goodwill");
    }

    private static InvoiceIssued issued() {
        return InvoiceIssued.newBuilder()
                .setInvoiceId(INVOICE)
                .setNumber("N-7")
                .setSeries("N")
                .setYear(2026)
                .setDocumentType("380")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setIssueDate(DAY)
                .setTaxPoint(DAY)
                .setDueDate(DAY)
                .setSeller("GmbH")
                .setBuyer("ACME")
                .setTaxRows(List.of())
                .setNet(wire("104.99"))
                .setTax(wire("0"))
                .setGross(wire("104.99"))
                .setCurrency("EUR")
                .setLineCount(1)
                .setLineHash("hash")
                .build();
    }

    /** A log of what a test appends. */
    private static final class FewEvents implements EventLog {

        private final Map<Long, String> schemas = new HashMap<>();
        private final EventCodec codec = new EventCodec(print -> Objects.requireNonNull(schemas.get(print)));
        private final List<StoredEvent> events = new ArrayList<>();

        void append(String stream, SpecificRecord event) {
            var print = codec.fingerprint(event.getSchema());
            schemas.putIfAbsent(print, event.getSchema().toString());
            long position = events.size() + 1L;
            events.add(new StoredEvent(
                    position,
                    new UUID(11, position).toString(),
                    stream,
                    "Any",
                    stream(stream, 0).size(),
                    event.getSchema().getFullName(),
                    print,
                    Instant.EPOCH,
                    Map.of(MetadataKeys.ACTOR, "idp|somebody"),
                    codec.encode(event)));
        }

        @Override
        public List<StoredEvent> after(long position, int limit) {
            return events.stream()
                    .filter(event -> event.position() > position)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long head() {
            return events.size();
        }

        @Override
        public long awaitBeyond(long position, Duration timeout) {
            return head();
        }

        @Override
        public List<StoredEvent> stream(String aggregateId, long fromSequence) {
            return events.stream()
                    .filter(event -> event.aggregateId().equals(aggregateId) && event.sequence() >= fromSequence)
                    .toList();
        }
    }
}
