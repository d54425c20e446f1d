package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.SIGNED;
import static io.fairlead.contract.ContractExamples.closed;
import static io.fairlead.contract.ContractExamples.line;
import static io.fairlead.contract.ContractExamples.purchaseOrder;
import static io.fairlead.contract.ContractExamples.signed;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.contract.AmendContract.LineChange;
import io.fairlead.contract.AmendContract.NewLimit;
import io.fairlead.contract.AmendContract.Order;
import io.fairlead.contract.AmendContract.Treatment;
import io.fairlead.contract.event.AmendedLine;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrder;
import io.fairlead.contract.event.PurchaseOrderReceived;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AmendContractTest {

    private static final LineChange PRICE_AND_LIMIT =
            new LineChange(1, new BigDecimal("13500"), new NewLimit(new BigDecimal("14000")), null);

    private final FixtureConfiguration<Contract> contract = ContractExamples.contracts();

    @Test
    void an_amendment_tells_before_and_after_and_who_decided_how_revenue_follows() {
        var amended = happened(amend("a-1", null, null, List.of(PRICE_AND_LIMIT), List.of(), null));

        assertThat(amended.getAmendmentNo()).isEqualTo(1);
        assertThat(amended.getTreatment()).isEqualTo("CATCH_UP");
        assertThat(amended.getDecidedBy()).isEqualTo(LEAD);
        assertThat(amended.getEffectiveOn()).isEqualTo(MONTH_END);
        assertThat(amended.getLines()).singleElement().satisfies(line -> {
            assertThat(line.getAmountBefore()).isEqualTo(wire("10000"));
            assertThat(line.getAmount()).isEqualTo(wire("13500"));
            assertThat(line.getLimitBefore()).isNull();
            assertThat(line.getLimit()).isEqualTo(wire("14000"));
            assertThat(line.getAdded()).isFalse();
        });
        assertThat(amended.getPurchaseOrders()).containsExactly(new PurchaseOrder("PO-7", null));
    }

    @Test
    void the_next_amendment_builds_on_the_last() {
        contract.given(signed("Migration"))
                .andGivenCommands(amend("a-1", null, null, List.of(PRICE_AND_LIMIT), List.of(), null))
                .when(amend(
                        "a-2", null, null, List.of(new LineChange(1, null, new NewLimit(null), null)), List.of(), null))
                .expectSuccessfulHandlerExecution();

        assertThat(last().getAmendmentNo()).isEqualTo(2);
        assertThat(last().getLines()).singleElement().satisfies(line -> {
            assertThat(line.getAmountBefore()).isEqualTo(wire("13500"));
            assertThat(line.getLimitBefore()).isEqualTo(wire("14000"));
            assertThat(line.getLimit()).isNull();
        });
    }

    @Test
    void lines_orders_limit_and_term_may_change_together() {
        var amended = happened(amend(
                "a-1",
                LocalDate.of(2027, 1, 1),
                new NewLimit(new BigDecimal("20000")),
                List.of(),
                List.of(line(2, "500")),
                List.of(new Order("PO-7", new BigDecimal("250")), new Order("PO-8", null))));

        assertThat(amended.getTermTo()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(amended.getLimitBefore()).isNull();
        assertThat(amended.getLimit()).isEqualTo(wire("20000"));
        assertThat(amended.getLines()).singleElement().satisfies(line -> assertThat(line.getAdded())
                .isTrue());
        assertThat(amended.getAdded()).extracting("lineNo").containsExactly(2);
        assertThat(amended.getPurchaseOrders())
                .containsExactly(new PurchaseOrder("PO-7", wire("250")), new PurchaseOrder("PO-8", null));
    }

    @Test
    void the_same_amendment_again_changes_nothing() {
        var amendment = amend("a-1", null, null, List.of(), List.of(line(2, "500")), null);
        contract.given(signed("Migration"))
                .andGivenCommands(amendment)
                .when(amendment)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_amendment_that_changes_nothing_is_refused() {
        refused("C-09", amend("a-1", null, null, List.of(), List.of(), null));
        refused("C-09", amend("a-1", null, null, List.of(), List.of(), List.of(new Order("PO-7", null))));
    }

    @Test
    void lines_that_are_not_there_and_new_ones_that_are_are_refused() {
        refused(
                "C-07",
                amend("a-1", null, null, List.of(new LineChange(9, BigDecimal.ONE, null, null)), List.of(), null));
        refused("C-08", amend("a-1", null, null, List.of(), List.of(line(1, "5")), null));
        refused("C-02", amend("a-1", null, null, List.of(PRICE_AND_LIMIT, PRICE_AND_LIMIT), List.of(), null));
    }

    @Test
    void a_term_that_ends_before_it_begins_and_parts_of_a_cent_are_refused() {
        refused("G-02", amend("a-1", SIGNED, null, List.of(), List.of(), null));
        refused("G-02", amend("a-1", null, new NewLimit(new BigDecimal("1.001")), List.of(), List.of(), null));
    }

    @Test
    void a_closed_contract_is_not_amended() {
        contract.given(signed("Migration"), closed(MONTH_END))
                .when(amend("a-1", null, null, List.of(PRICE_AND_LIMIT), List.of(), null))
                .expectException(refusal("C-03"))
                .expectNoEvents();
    }

    @Test
    void orders_received_before_are_kept() {
        contract.given(signed("Migration"), purchaseOrder("PO-8"))
                .when(amend("a-1", null, null, List.of(PRICE_AND_LIMIT), List.of(), null))
                .expectSuccessfulHandlerExecution();

        assertThat(last().getPurchaseOrders())
                .extracting(PurchaseOrder::getNumber)
                .containsExactly("PO-7", "PO-8");
    }

    @Test
    void a_line_that_an_amendment_does_not_name_keeps_its_terms() {
        contract.given(signed("Migration"))
                .andGivenCommands(
                        amend("a-1", null, null, List.of(), List.of(line(2, "500")), null),
                        amend(
                                "a-2",
                                null,
                                null,
                                List.of(new LineChange(2, new BigDecimal("750"), null, null)),
                                List.of(),
                                null))
                .when(amend(
                        "a-3",
                        null,
                        null,
                        List.of(
                                new LineChange(1, BigDecimal.ONE, null, null),
                                new LineChange(2, null, null, MONTH_END)),
                        List.of(),
                        null))
                .expectSuccessfulHandlerExecution();

        assertThat(last().getLines())
                .extracting(AmendedLine::getAmountBefore, AmendedLine::getAmount, AmendedLine::getTermTo)
                .containsExactly(tuple(wire("10000"), wire("1"), null), tuple(wire("750"), wire("750"), MONTH_END));
    }

    @Test
    void a_term_agreed_for_a_line_stays_until_another_is() {
        contract.given(signed("Migration"))
                .andGivenCommands(
                        amend("a-1", null, null, List.of(new LineChange(1, null, null, MONTH_END)), List.of(), null))
                .when(amend("a-2", null, null, List.of(PRICE_AND_LIMIT), List.of(), null))
                .expectSuccessfulHandlerExecution();

        assertThat(last().getLines()).extracting(AmendedLine::getTermTo).containsExactly(MONTH_END);
    }

    @Test
    void a_line_not_to_exceed_its_limit_keeps_one() {
        var line = ContractLine.newBuilder(signed("Migration").getLines().getFirst())
                .setMethod("NOT_TO_EXCEED")
                .setLimit(wire("12000"))
                .build();
        var limited = ContractSigned.newBuilder(signed("Migration"))
                .setLines(List.of(line))
                .build();
        contract.given(limited)
                .when(amend(
                        "a-1", null, null, List.of(new LineChange(1, null, new NewLimit(null), null)), List.of(), null))
                .expectException(refusal("C-06"))
                .expectNoEvents();
        for (var change : List.of(PRICE_AND_LIMIT, new LineChange(1, new BigDecimal("9000"), null, null))) {
            ContractExamples.contracts()
                    .given(limited)
                    .when(amend("a-1", null, null, List.of(change), List.of(), null))
                    .expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void an_order_whose_amount_arrives_later_keeps_its_place() {
        contract.given(
                        signed("Migration"),
                        new PurchaseOrderReceived("contract:K-1", "PO-8", SIGNED, wire("100")),
                        new PurchaseOrderReceived("contract:K-1", "PO-7", SIGNED, wire("50")))
                .when(amend("a-1", null, null, List.of(PRICE_AND_LIMIT), List.of(), null))
                .expectSuccessfulHandlerExecution();

        assertThat(last().getPurchaseOrders())
                .containsExactly(new PurchaseOrder("PO-7", wire("50")), new PurchaseOrder("PO-8", wire("100")));
    }

    @Test
    void an_order_that_an_amendment_leaves_out_is_news_when_it_is_received() {
        contract.given(signed("Migration"))
                .andGivenCommands(amend("a-1", null, null, List.of(), List.of(), List.of(new Order("PO-8", null))))
                .when(new ReceivePurchaseOrder(CONTRACT, "PO-7", SIGNED, null))
                .expectEvents(purchaseOrder("PO-7"));
    }

    private void refused(String code, AmendContract command) {
        ContractExamples.contracts()
                .given(signed("Migration"))
                .when(command)
                .expectException(refusal(code))
                .expectNoEvents();
    }

    private ContractAmended happened(AmendContract command) {
        contract.given(signed("Migration")).when(command).expectSuccessfulHandlerExecution();
        return last();
    }

    private ContractAmended last() {
        return contract.getEventStore()
                .readEvents(CONTRACT.value())
                .asStream()
                .map(message -> message.getPayload())
                .filter(ContractAmended.class::isInstance)
                .map(ContractAmended.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static AmendContract amend(
            String id,
            @Nullable LocalDate termTo,
            @Nullable NewLimit limit,
            List<LineChange> lines,
            List<SignContract.Line> added,
            @Nullable List<Order> orders) {
        return new AmendContract(
                CONTRACT,
                id,
                MONTH_END,
                Treatment.CATCH_UP,
                LEAD,
                "more scope",
                termTo,
                limit,
                lines,
                added,
                orders,
                NOON);
    }
}
