package io.fairlead.view;

import static io.fairlead.view.FundsStory.contractLimit;
import static io.fairlead.view.FundsStory.drafted;
import static io.fairlead.view.FundsStory.opened;
import static io.fairlead.view.FundsStory.orderLimit;
import static io.fairlead.view.FundsStory.reserved;
import static io.fairlead.view.FundsStory.share;
import static io.fairlead.view.FundsStory.takenOff;
import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.view.BillableWork;
import io.fairlead.contract.event.ContractPayer;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What drafts may still take of limited work, and of which order: 80.00 on line 1 of a contract that invoices name PO-A for. */
class GrantedWorkViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String WORK = "time-entry:00000000-0000-0000-0000-000000000001";
    private static final String FIRST = "invoice:1";
    private static final String SECOND = "invoice:2";

    private final MemoryLog log = new MemoryLog();

    /**
     * The contract is limited to 100 and its order is not: work reserves under no order, and drafts take it under the order that
     * their invoice names. Payers who share an entry have a draft each.
     */
    static List<Arguments> steps() {
        var nothingTaken = new SpecificRecord[0];
        return List.of(
                Arguments.of("all before any draft", "PO-A: 80", nothingTaken),
                Arguments.of(
                        "the rest beside a draft", "PO-A: 50", new SpecificRecord[] {drafted(FIRST, "PO-A", WORK, "30")
                        }),
                Arguments.of("a cent beside two drafts", "PO-A: 0.01", new SpecificRecord[] {
                    drafted(FIRST, "PO-A", WORK, "30"), drafted(SECOND, "PO-A", WORK, "49.99")
                }),
                Arguments.of("nothing once drafts have all of it", "", new SpecificRecord[] {
                    drafted(FIRST, "PO-A", WORK, "30"), drafted(SECOND, "PO-A", WORK, "50")
                }),
                Arguments.of("what a draft gave back", "PO-A: 30", new SpecificRecord[] {
                    drafted(FIRST, "PO-A", WORK, "30"),
                    drafted(SECOND, "PO-A", WORK, "50"),
                    takenOff(FIRST, "PO-A", WORK, "30")
                }),
                Arguments.of("the rest beside a draft before the order came", "PO-A: 50", new SpecificRecord[] {
                    drafted(FIRST, null, WORK, "30")
                }),
                Arguments.of("the rest once, though a later order is named now", "PO-B: 50", new SpecificRecord[] {
                    drafted(FIRST, "PO-A", WORK, "30"), new PurchaseOrderReceived("contract:k1", "PO-B", DAY, null)
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("steps")
    void under_a_limit_of_the_contract_alone_a_draft_may_take(String what, String granted, SpecificRecord[] events) {
        limitedContract();
        log.appendAll(List.of(events));

        assertThat(granted()).isEqualTo(granted);
    }

    @Test
    void work_that_the_contract_s_limit_holds_back_is_granted_in_part() {
        log.append(contract());
        log.append(opened(contractLimit("100")));
        log.append(Story.priced(JOB, WORK, 3_600, "80"));
        log.append(reserved(WORK, "contract", "20", "60", share(null, "20", "20")));

        assertThat(granted()).isEqualTo("PO-A: 20");
    }

    @Test
    void orders_with_limits_grant_each_its_own_share() {
        log.append(contract());
        log.append(new PurchaseOrderReceived("contract:k1", "PO-A", DAY, money("50")));
        log.append(new PurchaseOrderReceived("contract:k1", "PO-B", DAY, null));
        log.append(opened(contractLimit("100"), orderLimit("PO-A", "50"), orderLimit("PO-B", null)));
        log.append(Story.priced(JOB, WORK, 3_600, "80"));
        log.append(reserved(WORK, "contract", "80", "0", share("PO-A", "50", "50"), share("PO-B", "30", "30")));
        assertThat(granted()).isEqualTo("PO-A: 50, PO-B: 30");

        log.append(drafted(FIRST, "PO-A", WORK, "50"));
        assertThat(granted()).isEqualTo("PO-B: 30");
        log.append(drafted(SECOND, "PO-B", WORK, "10"));
        assertThat(granted()).isEqualTo("PO-B: 20");
    }

    @Test
    void drafts_are_known_by_the_funds_that_they_hold() {
        limitedContract();
        log.append(drafted(FIRST, "PO-A", WORK, "30"));
        log.append(drafted(SECOND, "PO-A", WORK, "50"));
        log.append(takenOff(SECOND, "PO-A", WORK, "50"));

        assertThat(work().fundedBy(List.of(FIRST, SECOND)))
                .containsExactly(new BillableWork.Claim(FIRST, WORK, 0, 0, money("30")));
    }

    /** An interrupted run holds funds for two payers' drafts, and has claimed one of the parts. */
    @Test
    void of_work_that_payers_share_a_draft_has_what_it_claimed_and_what_it_holds_the_funds_of() {
        limited(ContractSigned.newBuilder(contract())
                .setPayers(List.of(
                        new ContractPayer("customer:acme", new BigDecimal("0.500000"), true),
                        new ContractPayer("customer:bolt", new BigDecimal("0.500000"), false)))
                .build());
        assertThat(held()).isEmpty();
        log.append(drafted(FIRST, "PO-A", WORK, "30"));
        log.append(drafted(SECOND, "PO-A", WORK, "40"));
        assertThat(held()).containsExactly("invoice:1 0 s 30 promised", "invoice:2 0 s 40 promised");

        log.append(ChangeStory.drafted(JOB, WORK, FIRST, 1, 1_350, "30"));
        assertThat(held()).containsExactly("invoice:1 1350 s 30 claimed", "invoice:2 0 s 40 promised");

        log.append(takenOff(SECOND, "PO-A", WORK, "40"));
        assertThat(held()).containsExactly("invoice:1 1350 s 30 claimed");
    }

    private List<String> held() {
        var held = new ArrayList<String>();
        work().ready("legal-entity:DE01", DAY, null, part -> part.held()
                .forEach(each -> held.add(each.invoiceId() + " " + each.seconds() + " s "
                        + each.amount().stripTrailingZeros().toPlainString()
                        + (each.claimed() ? " claimed" : " promised"))));
        return held;
    }

    private void limitedContract() {
        limited(contract());
    }

    private void limited(ContractSigned contract) {
        log.append(contract);
        log.append(opened(contractLimit("100")));
        log.append(Story.priced(JOB, WORK, 3_600, "80"));
        log.append(reserved(WORK, "contract", "80", "0", share(null, "80", "80")));
    }

    private static ContractSigned contract() {
        return ContractSigned.newBuilder(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, null)))
                .setLimit(money("100"))
                .setPoNumber("PO-A")
                .build();
    }

    /** Order and amount of each part, by order. */
    private String granted() {
        var parts = new ArrayList<String>();
        work().ready(
                        "legal-entity:DE01",
                        DAY,
                        null,
                        part -> parts.add(part.poNumber() + ": "
                                + part.granted().stripTrailingZeros().toPlainString()));
        return String.join(", ", parts.stream().sorted().toList());
    }

    private BillableWork work() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return new BillableWork(db);
    }
}
