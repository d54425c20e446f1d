package io.fairlead.simulation;

import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.sum;

import io.fairlead.app.explain.Explanation;
import io.fairlead.app.explain.Explanations;
import io.fairlead.app.history.Histories;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.document.PayableAmounts;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.simulation.rule.EachIsInOneState;
import io.fairlead.simulation.rule.Findings;
import io.fairlead.simulation.rule.SourceOfWork;
import io.fairlead.simulation.rule.SourceOfWork.State;
import io.fairlead.testing.ProcessTables;
import io.fairlead.time.event.TimePriced;
import io.fairlead.view.Projections;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random histories, cut at any point, folded into the real views: their figures are the reckoned ones, and each is explained. */
class SimulatedViewsTest {

    private static final int HISTORIES = (int) Math.min(200, Math.max(20, Long.getLong("seeds", 1_000) / 50));

    private static final ProcessTables TABLES = new ProcessTables();
    private static final ManyHistories LOG = new ManyHistories();
    private static final List<Recorded> EVENTS = new ArrayList<>();
    private static DSLContext views = ProjectionDatabase.open(TABLES.pool);

    @BeforeAll
    static void live_and_fold() {
        var world = new World();
        for (long seed = 1; seed <= HISTORIES; seed++) {
            var history = world.live(seed).events();
            // Some whole, most cut off in the middle of something.
            int length = seed % 5 == 0 ? history.size() : new Chance(seed).between(1, history.size());
            EVENTS.addAll(LOG.append(seed, history.subList(0, length)));
        }
        ProjectionDatabase.migrate(TABLES.pool);
        new ProjectionEngine(LOG, LOG.codec(), views, Projections::all, 2, 500).catchUp(Long.MAX_VALUE);
    }

    @AfterAll
    static void close() {
        TABLES.close();
    }

    @Test
    void ready_drafted_billed_and_given_up_work_is_what_was_reckoned_for_each_contract() {
        var work = EachIsInOneState.fold(new Facts(EVENTS), new Findings());
        Map<TableField<?, BigDecimal>, Function<SourceOfWork, BigDecimal>> figures = Map.of(
                UNBILLED_WORK.READY_AMOUNT, SourceOfWork::left,
                UNBILLED_WORK.DRAFTED_AMOUNT, source -> source.on(State.DRAFTED),
                UNBILLED_WORK.BILLED_AMOUNT, source -> source.on(State.BILLED),
                UNBILLED_WORK.WRITTEN_OFF_AMOUNT, SourceOfWork::writtenOff,
                UNBILLED_WORK.PRICED_AMOUNT, SourceOfWork::amount);
        figures.forEach((column, figure) -> {
            var due = new TreeMap<String, BigDecimal>();
            work.values().forEach(each -> due.merge(each.contract(), figure.apply(each), BigDecimal::add));
            assertThat(shown(column))
                    .as(column.getName())
                    .usingRecursiveComparison()
                    .withEqualsForType((one, other) -> one.compareTo(other) == 0, BigDecimal.class)
                    .isEqualTo(due);
        });
        assertThat(work).hasSizeGreaterThan(HISTORIES / 2);
    }

    private static Map<String, BigDecimal> shown(TableField<?, BigDecimal> column) {
        return new TreeMap<>(views.select(UNBILLED_WORK.CONTRACT_ID, sum(column))
                .from(UNBILLED_WORK)
                .groupBy(UNBILLED_WORK.CONTRACT_ID)
                .fetchMap(UNBILLED_WORK.CONTRACT_ID, sum(column)));
    }

    @Test
    void invoices_show_net_and_gross_and_what_is_open() {
        var facts = new Facts(EVENTS);
        var shown = views.selectFrom(INVOICE).fetchMap(INVOICE.INVOICE_ID);
        facts.each(InvoiceDrafted.class).forEach(draft -> {
            var row = Objects.requireNonNull(shown.get(draft.getInvoiceId()), draft.getInvoiceId());
            var reviewed = facts.of(draft.getInvoiceId(), InvoiceLineAdjusted.class)
                    .map(InvoiceLineAdjusted::getAmount)
                    .reduce(draft.getNet(), BigDecimal::add);
            assertThat(row.getNetAmount()).isEqualByComparingTo(reviewed);
        });
        facts.each(InvoiceApproved.class).forEach(approved -> {
            var paid = facts.of(approved.getInvoiceId(), PaymentApplied.class)
                    .map(PaymentApplied::getAmount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var back = facts.of(approved.getInvoiceId(), PaymentTakenBack.class)
                    .map(PaymentTakenBack::getAmount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var credited = facts.of(approved.getInvoiceId(), CreditApplied.class)
                    .map(CreditApplied::getApplied)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var setOff = facts.of(approved.getInvoiceId(), CustomerCreditTaken.class)
                    .map(CustomerCreditTaken::getAmount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var deducted = facts.of(approved.getInvoiceId(), DeductionTaken.class)
                    .map(DeductionTaken::getAmount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var owedAgain = facts.of(approved.getInvoiceId(), DeductionTakenBack.class)
                    .map(DeductionTakenBack::getAmount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var row = Objects.requireNonNull(shown.get(approved.getInvoiceId()), approved.getInvoiceId());
            assertThat(row.getGrossAmount()).isEqualByComparingTo(approved.getGross());
            if (row.getNumber() != null) {
                var payable = PayableAmounts.of(approved.getGross(), approved.getPayableRounding());
                assertThat(row.getOpenAmount())
                        .isEqualByComparingTo(payable.subtract(paid)
                                .add(back)
                                .subtract(credited)
                                .subtract(setOff)
                                .subtract(deducted)
                                .add(owedAgain));
            }
        });
    }

    @Test
    void every_cent_of_every_invoice_and_of_all_unbilled_work_is_explained() {
        var explanations = new Explanations(new Histories(LOG, LOG.codec()), views);
        var facts = new Facts(EVENTS);
        var ids = new ArrayList<String>();
        facts.each(InvoiceDrafted.class).forEach(draft -> ids.add(draft.getInvoiceId()));
        facts.each(ContractSigned.class).forEach(contract -> ids.add(contract.getContractId()));
        facts.each(TimePriced.class).forEach(priced -> ids.add(priced.getTimeEntryId()));
        for (var id : ids) {
            assertThat(explanations.of(id, null, null).map(Explanation::differences))
                    .as(id)
                    .contains(List.of());
        }
    }

    @Test
    void a_movement_that_is_not_what_its_event_says_is_told() {
        var row = views.selectFrom(UNBILLED_WORK)
                .where(UNBILLED_WORK.READY_AMOUNT.gt(BigDecimal.ZERO))
                .and(UNBILLED_WORK.SOURCE_KIND.eq("time"))
                .limit(1)
                .fetchSingle();
        var explanations = new Explanations(new Histories(LOG, LOG.codec()), views);
        moveReady(row.getSourceId(), "1");

        assertThat(explanations
                        .of(row.getContractId(), null, null)
                        .orElseThrow()
                        .differences())
                .hasSize(2)
                .anyMatch(told -> told.startsWith("unbilled of " + row.getContractId()))
                .anyMatch(told -> told.contains(row.getSourceId()) && told.contains("its event says"));
        moveReady(row.getSourceId(), "-1");
    }

    private static void moveReady(String source, String amount) {
        views.update(WIP_MOVEMENT)
                .set(WIP_MOVEMENT.READY_AMOUNT, WIP_MOVEMENT.READY_AMOUNT.add(new BigDecimal(amount)))
                .where(WIP_MOVEMENT.SOURCE_ID.eq(source))
                .and(WIP_MOVEMENT.KIND.eq("priced"))
                .execute();
    }

    @Test
    void an_explanation_leads_from_the_invoice_to_the_rate_row_and_the_approval() {
        var explanations = new Explanations(new Histories(LOG, LOG.codec()), views);
        var facts = new Facts(EVENTS);
        var priced = facts.each(TimePriced.class)
                .filter(each -> facts.of(each.getTimeEntryId()).size() > 5)
                .findFirst()
                .orElseThrow();
        var tree = explanations
                .of(priced.getTimeEntryId(), null, null)
                .orElseThrow()
                .because();

        var events = new ArrayList<String>();
        collect(tree, events);
        assertThat(events).contains("TimeRecorded", "TimeApproved", "TimePriced", "RateSet");
    }

    private static void collect(Explanation.Node node, List<String> events) {
        if (node.source() != null) {
            events.add(node.source().type());
        }
        node.parts().forEach(part -> collect(part, events));
    }
}
