package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.draftLine;
import static io.fairlead.billing.invoice.BillingExamples.planned;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.run.InvoiceDrafting.Plan;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.funding.DraftFunds;
import io.fairlead.funding.DraftFunds.Portion;
import io.fairlead.funding.FundingId;
import io.fairlead.funding.TakeFundsOffDraft;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.RuleViolated;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a billing run takes onto its drafts when limits hold for it. */
class DraftFundingTest {

    private static final FundingId FUNDING = FundingId.of(CONTRACT);
    private static final Source FREE = new Source(draftLine("time-entry:free", "40"), "person:ana");

    private final Limits limits = new Limits();
    private final DraftFunding funding = new DraftFunding(limits);

    @Test
    void work_under_a_limit_is_asked_for_with_its_order_and_the_rest_passes_through() {
        var plan = plan(limited("e-1", "60"), FREE, limited("e-2", "0.01"));

        assertThat(funding.funded(List.of(plan))).containsExactly(plan);
        assertThat(limits.asked)
                .containsExactly(new DraftFunds(
                        FUNDING, INVOICE, "PO-7", List.of(portion("e-1", "60"), portion("e-2", "0.01"))));
        assertThat(limits.keys).singleElement().asString().startsWith("fund/invoice:inv-1/");
    }

    @Test
    void draws_and_free_work_need_no_funds() {
        var plan = plan(FREE, limited("e-1", "0"), limited("e-2", "-20"));

        assertThat(funding.funded(List.of(plan))).containsExactly(plan);
        assertThat(limits.asked).isEmpty();
    }

    @Test
    void work_that_has_less_than_proposed_is_left_for_the_next_run_and_the_others_go_on() {
        limits.scarce.add("time-entry:e-2");
        var first = limited("e-1", "60");

        assertThat(funding.funded(List.of(plan(first, limited("e-2", "30"), FREE))))
                .containsExactly(plan(first, FREE));
        assertThat(limits.asked)
                .extracting(DraftFunds::portions)
                .containsExactly(
                        List.of(portion("e-1", "60"), portion("e-2", "30")),
                        List.of(portion("e-1", "60")),
                        List.of(portion("e-2", "30")));
        assertThat(limits.keys).doesNotHaveDuplicates();
    }

    @Test
    void five_hundred_are_asked_for_at_once_and_one_more_by_itself() {
        var sources = IntStream.rangeClosed(1, 501)
                .mapToObj(no -> limited("e-" + no, "1"))
                .toArray(Source[]::new);

        assertThat(funding.funded(List.of(plan(sources)))).hasSize(1);
        assertThat(limits.asked).extracting(asked -> asked.portions().size()).containsExactly(500, 1);
        assertThat(limits.keys).doesNotHaveDuplicates();
    }

    @Test
    void funds_of_work_that_another_draft_claimed_are_let_go() {
        funding.release(plan(), List.of(limited("e-1", "60"), FREE));

        assertThat(limits.letGo)
                .containsExactly(
                        new TakeFundsOffDraft(FUNDING, INVOICE, List.of("time-entry:e-1"), "claimed by another draft"));
        assertThat(limits.keys).singleElement().asString().startsWith("unfund/invoice:inv-1/");
    }

    @Test
    void without_a_limit_nothing_is_let_go() {
        funding.release(plan(), List.of(FREE));

        assertThat(limits.letGo).isEmpty();
    }

    private static Plan plan(Source... sources) {
        return new Plan(planned("invoice:inv-1"), List.of(sources));
    }

    private static Source limited(String entry, String net) {
        return new Source(
                draftLine("time-entry:" + entry, net), "person:ana", null, true, false, new Part(0, wire(net)));
    }

    private static Portion portion(String entry, String net) {
        return new Portion("time-entry:" + entry, 1, wire(net), wire(net), 3_600, WORK_DAY);
    }

    /** Refuses whole what names a source that has less. */
    private static final class Limits implements Commands {

        final List<String> scarce = new ArrayList<>();
        final List<DraftFunds> asked = new ArrayList<>();
        final List<TakeFundsOffDraft> letGo = new ArrayList<>();
        final List<String> keys = new ArrayList<>();

        @Override
        public void send(Object command, String key) {
            letGo.add((TakeFundsOffDraft) command);
            keys.add(key);
        }

        @Override
        public List<Answer> sendAll(List<Keyed> commands) {
            return commands.stream().map(this::answer).toList();
        }

        private Answer answer(Keyed keyed) {
            var draft = (DraftFunds) keyed.command();
            asked.add(draft);
            keys.add(keyed.key());
            return draft.portions().stream().map(Portion::sourceId).noneMatch(scarce::contains)
                    ? new Accepted()
                    : new Refused(new RuleViolated("F-03", "portions.amount", "less is reserved", "take less"));
        }
    }
}
