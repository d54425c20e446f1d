package io.fairlead.billing.run;

import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.item.PutBillingItemOnDraft;
import io.fairlead.billing.retainer.RestoreRetainer;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.PutExpenseOnDraft;
import io.fairlead.shared.Portion;
import io.fairlead.shared.Portions.Part;
import io.fairlead.testing.AnyEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an invoice asks of the items and expenses that stand on it, and of the retainers that it draws from. */
class SourceOrdersTest {

    /** All of it too: it may become more or less between the plan and the claim. */
    @ParameterizedTest
    @CsvSource({"1, false", "1, true", "2, false", "2, true"})
    void what_is_claimed_is_named_by_the_number_and_amount_that_its_line_tells(int portionNo, boolean moreIsLeft) {
        var portion = new Portion(portionNo, 0, wire("40"));

        assertThat(claim("expense:x-1", portionNo, moreIsLeft))
                .isEqualTo(new PutExpenseOnDraft(ExpenseId.of("x-1"), INVOICE, portion));
        assertThat(claim("billing-item:m-1", portionNo, moreIsLeft))
                .isEqualTo(new PutBillingItemOnDraft(BillingItemId.of("m-1"), INVOICE, portion));
    }

    @Test
    void a_draft_lets_one_draw_of_a_retainer_go_or_all_of_them() {
        assertThat(SourceOrders.release("retainer:r-1", 2, INVOICE, "wrong month"))
                .satisfies(order -> {
                    assertThat(order.key()).isEqualTo("let-go/retainer:r-1/invoice:inv-1/2");
                    assertThat(order.command()).isEqualTo(restore(2));
                });
        assertThat(SourceOrders.release("retainer:r-1", null, INVOICE, "wrong month"))
                .satisfies(order -> {
                    assertThat(order.key()).isEqualTo("let-go/retainer:r-1/invoice:inv-1");
                    assertThat(order.command()).isEqualTo(restore(null));
                });
    }

    @ParameterizedTest
    @CsvSource({"0.01, , true", "-0.01, , true", "0, 1, true", "0, 0, false", "0, , false"})
    void a_credited_line_gives_back_money_or_time_or_nothing(
            String ofTheSource, @Nullable Integer seconds, boolean givesBack) {
        var line = AnyEvent.of(CreditLine.class, "sourceAmount", wire(ofTheSource), "seconds", seconds);

        assertThat(SourceOrders.givesBack(line)).isEqualTo(givesBack);
    }

    private static Object claim(String sourceId, int portionNo, boolean moreIsLeft) {
        var line = new DraftLine(
                sourceId, portionNo, 1, "project:P-1", "Ana", WORK_DAY, null, null, null, wire("40"), "S", List.of());
        var order = SourceOrders.claim(
                new Source(line, null, null, false, moreIsLeft, new Part(0, wire("100"))), INVOICE, null);
        assertThat(order.key()).isEqualTo("claim/" + sourceId + "/invoice:inv-1");
        return order.command();
    }

    private static RestoreRetainer restore(@Nullable Integer draw) {
        return new RestoreRetainer(RetainerId.of("r-1"), INVOICE, draw, "invoice:inv-1", null, null, "wrong month");
    }
}
