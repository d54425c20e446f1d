package io.fairlead.view;

import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.NOON;
import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.view.BillableWork;
import io.fairlead.billing.view.UnbilledQuery;
import io.fairlead.contract.event.AmendedLine;
import io.fairlead.contract.event.BillingHeld;
import io.fairlead.contract.event.BillingHoldLifted;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.PurchaseOrder;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.contract.view.BacklogQuery;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsOfLine;
import io.fairlead.funding.event.FundsRaisedOnDraft;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.funding.view.FundingQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.revenue.view.KnownAt;
import io.fairlead.view.Story.Job;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class FundingViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String FIRST = "time-entry:00000000-0000-0000-0000-000000000001";
    private static final String SECOND = "time-entry:00000000-0000-0000-0000-000000000002";

    private final MemoryLog log = new MemoryLog();

    @Test
    void every_balance_of_a_limit_is_the_sum_of_its_movements() {
        limitedWork();
        log.append(FundsStory.drafted("invoice:1", null, FIRST, "80"));
        log.append(new FundsConsumed(
                "funding:k1",
                "contract:k1",
                "legal-entity:DE01",
                "invoice:1",
                null,
                List.of(),
                List.of(new FundsOfLine(1, money("80"), money("80"))),
                money("80"),
                "EUR",
                false));
        var query = new FundingQuery(folded());

        assertThat(query.limits("contract:k1")).singleElement().satisfies(limit -> {
            assertThat(limit.billed()).isEqualByComparingTo("80");
            assertThat(limit.drafted()).isEqualByComparingTo("0");
            assertThat(limit.reserved()).isEqualByComparingTo("20");
            assertThat(limit.available()).isEqualByComparingTo("0");
        });
        assertThat(query.overLimit("contract:k1", null, 10).items())
                .singleElement()
                .satisfies(over -> {
                    assertThat(over.sourceId()).isEqualTo(SECOND);
                    assertThat(over.overLimit()).isEqualByComparingTo("60");
                    assertThat(over.reserved()).isEqualByComparingTo("20");
                    assertThat(over.limitId()).isEqualTo("line-1");
                });
    }

    /** Review writes the 80 of a draft up to 95, and the draft is given up: its claim is reserved again, the write-up is free. */
    @Test
    void what_review_writes_up_is_on_the_draft_and_goes_with_it() {
        limitedWork();
        log.append(FundsStory.drafted("invoice:1", null, FIRST, "80"));
        log.append(new FundsRaisedOnDraft(
                "funding:k1",
                "contract:k1",
                "legal-entity:DE01",
                "invoice:1",
                null,
                FundsStory.portions("15", "0"),
                "EUR"));
        assertThat(new FundingQuery(folded()).limits("contract:k1"))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.drafted()).isEqualByComparingTo("95");
                    assertThat(limit.reserved()).isEqualByComparingTo("20");
                });

        log.append(new FundsTakenOffDraft(
                "funding:k1",
                "contract:k1",
                "legal-entity:DE01",
                "invoice:1",
                null,
                FundsStory.portions("95", "80"),
                "given up",
                "EUR"));

        assertThat(new FundingQuery(folded()).limits("contract:k1"))
                .singleElement()
                .satisfies(limit -> {
                    assertThat(limit.drafted()).isEqualByComparingTo("0");
                    assertThat(limit.reserved()).isEqualByComparingTo("100");
                });
    }

    /** Of 80 reserved under the contract's limit 60 are on a draft that names an order; then that order gets a limit of its own. */
    @Test
    void the_first_order_with_a_limit_finds_the_rest_under_itself_alone() {
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, "100")));
        log.append(FundsStory.opened(FundsStory.lineLimit("100")));
        log.append(Story.priced(JOB, FIRST, 3_600, "80"));
        log.append(reserved(FIRST, "80", "0"));
        log.append(FundsStory.drafted("invoice:1", "PO-A", FIRST, "60"));
        log.append(Story.drafted(JOB, FIRST, "invoice:1", 2_700, "60"));
        log.append(new PurchaseOrderReceived("contract:k1", "PO-A", DAY, money("250")));
        log.append(FundingLimitChanged.newBuilder()
                .setFundingId("funding:k1")
                .setContractId("contract:k1")
                .setLegalEntityId("legal-entity:DE01")
                .setLimit(FundsStory.orderLimit("PO-A", "250"))
                .setBilled(money("0"))
                .setCurrency("EUR")
                .setReason("purchase order PO-A")
                .build());
        log.append(FundsStory.reserved(
                FIRST, "po-PO-A", "20", "0", FundsStory.share(null, "0", "-20"), FundsStory.share("PO-A", "20", "20")));

        assertThat(billable(folded())).containsExactly(FIRST + " 20.0000 of 20.0000");
    }

    @Test
    void unbilled_is_inside_the_limit_and_the_rest_beside_it() {
        limitedWork();
        var db = folded();

        for (var at : List.of(KnownAt.NOW, new KnownAt(null, Long.MAX_VALUE))) {
            assertThat(new UnbilledQuery(db)
                            .list(RollUp.by(Dimension.CONTRACT), DAY, at)
                            .items())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.unbilled()).isEqualByComparingTo("100");
                        assertThat(row.overLimit()).isEqualByComparingTo("60");
                    });
            assertThat(new BacklogQuery(db)
                            .list(RollUp.by(Dimension.CONTRACT), at)
                            .items())
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.unbilled()).isEqualByComparingTo("100");
                        assertThat(row.overLimit()).isEqualByComparingTo("60");
                    });
        }
    }

    @Test
    void a_run_may_take_what_is_granted_and_nothing_that_is_held() {
        limitedWork();
        assertThat(billable(folded())).containsExactly(FIRST + " 80.0000 of 80.0000", SECOND + " 20.0000 of 80.0000");

        log.append(new BillingHeld("contract:k1", 1, "disputed", "idp|lead", NOON));
        assertThat(billable(folded())).isEmpty();
        log.append(new BillingHoldLifted("contract:k1", 1, "settled", "idp|lead", NOON));
        assertThat(billable(folded())).hasSize(2);
    }

    @Test
    void limited_work_that_has_not_asked_for_funds_is_not_taken() {
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, "100")));
        log.append(Story.priced(JOB, FIRST, 3_600, "80"));

        assertThat(billable(folded())).isEmpty();
    }

    @Test
    void an_order_with_a_limit_makes_all_work_of_the_contract_wait_for_funds() {
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, null)));
        log.append(Story.priced(JOB, FIRST, 3_600, "80"));
        assertThat(billable(folded())).hasSize(1);

        log.append(new PurchaseOrderReceived("contract:k1", "PO-A", DAY, money("250")));
        assertThat(billable(folded())).isEmpty();
    }

    @Test
    void an_amendment_moves_price_and_limit() {
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", "1000", "1100")));
        log.append(ContractAmended.newBuilder()
                .setContractId("contract:k1")
                .setAmendmentNo(1)
                .setAmendmentId("a-1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:DE01")
                .setCurrency("EUR")
                .setEffectiveOn(DAY)
                .setTreatment("CATCH_UP")
                .setDecidedBy("idp|lead")
                .setReason("more scope")
                .setLines(List.of(AmendedLine.newBuilder()
                        .setLineNo(1)
                        .setDescription("Line 1")
                        .setAmountBefore(money("1000"))
                        .setAmount(money("1350"))
                        .setLimitBefore(money("1100"))
                        .setLimit(money("1400"))
                        .build()))
                .setPurchaseOrders(List.of(new PurchaseOrder("PO-A", money("250"))))
                .setAmendedAt(NOON)
                .build());
        var db = folded();

        assertThat(new BacklogQuery(db).list(RollUp.by(Dimension.CONTRACT)).items())
                .singleElement()
                .satisfies(row -> assertThat(row.price()).isEqualByComparingTo("1350"));
        assertThat(new FundingQuery(db).amendments("contract:k1", null, 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.treatment()).isEqualTo("CATCH_UP");
                    assertThat(row.price()).isEqualByComparingTo("1350");
                    assertThat(row.lineLimit()).isEqualByComparingTo("1400");
                });
        assertThat(db.fetchSingle("select limit_amount, drawn from projection.contract_order")
                        .formatCSV())
                .contains("250.0000,true");
    }

    /** Line 1 is limited to 100; 80 and 20 of 80 are granted. */
    private void limitedWork() {
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, "100")));
        log.append(FundsStory.opened(FundsStory.lineLimit("100")));
        log.append(Story.priced(JOB, FIRST, 3_600, "80"));
        log.append(Story.priced(JOB, SECOND, 3_600, "80"));
        log.append(reserved(FIRST, "80", "0"));
        log.append(refused());
        log.append(reserved(SECOND, "20", "-20"));
    }

    private static FundsReserved reserved(String source, String granted, String heldChange) {
        return FundsStory.reserved(source, "line-1", granted, heldChange, FundsStory.share(null, granted, granted));
    }

    private static FundsRefused refused() {
        return FundsRefused.newBuilder()
                .setFundingId("funding:k1")
                .setContractId("contract:k1")
                .setLegalEntityId("legal-entity:DE01")
                .setSourceId(SECOND)
                .setLineNo(1)
                .setCustomerId("customer:acme")
                .setProjectId("project:p1")
                .setServiceDate(DAY)
                .setDivisible(true)
                .setWorth(money("80"))
                .setHeld(money("80"))
                .setHeldChange(money("80"))
                .setShares(List.of())
                .setShortOf("line-1")
                .setRank("2026-03-02|" + SECOND)
                .setCurrency("EUR")
                .build();
    }

    private static List<String> billable(DSLContext db) {
        var found = new ArrayList<String>();
        new BillableWork(db)
                .ready(
                        "legal-entity:DE01",
                        DAY,
                        null,
                        work -> found.add(work.sourceId() + " " + work.granted() + " of " + work.ready()));
        return found;
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }
}
