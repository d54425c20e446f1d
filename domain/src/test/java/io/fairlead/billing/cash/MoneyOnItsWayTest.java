package io.fairlead.billing.cash;

import static io.fairlead.billing.cash.MoneyExamples.MONEY;
import static io.fairlead.billing.cash.MoneyExamples.applied;
import static io.fairlead.billing.cash.MoneyExamples.issuedAs;
import static io.fairlead.billing.cash.MoneyExamples.received;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.shared.NameUuid;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Money that an invoice takes at its issue, when the application was killed in the middle of it. */
class MoneyOnItsWayTest {

    private static final String OTHER = "receipt:pay-2";
    private static final String APPLICATION =
            NameUuid.of("application", "issued", "invoice:inv-1").toString();

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory()
            .with("invoice:inv-1", issuedAs("inv-1"))
            .with(
                    OTHER,
                    MoneyReceived.newBuilder(received("500"))
                            .setReceiptId(OTHER)
                            .build());

    private void issuedAgain() {
        new ProcessUnderTest(new WhenInvoiceIssuedThenTakeMoneyOnAccount(new TwoReceipts(), sent, history))
                .on(issuedAs("inv-1"));
    }

    @Test
    void what_was_applied_and_has_not_reached_the_invoice_is_not_asked_of_other_money() {
        history.with(MONEY.value(), received("100"), applied(APPLICATION, "inv-1", "100", "0"));

        issuedAgain();

        assertThat(sent.of(ApplyReceipt.class)).singleElement().satisfies(taken -> {
            assertThat(taken.receiptId().value()).isEqualTo(OTHER);
            assertThat(taken.to().open()).isEqualByComparingTo(wire("19"));
        });
    }

    @Test
    void what_covers_the_invoice_on_its_way_leaves_other_money_alone() {
        history.with(MONEY.value(), received("119"), applied(APPLICATION, "inv-1", "119", "0"));

        issuedAgain();

        assertThat(sent.commands()).isEmpty();
    }

    private static final class TwoReceipts implements OpenItems {

        @Override
        public List<String> invoices(String legalEntityId, String customerId, String currency) {
            return List.of();
        }

        @Override
        public List<String> receipts(String legalEntityId, String customerId, String currency) {
            return List.of(MONEY.value(), OTHER);
        }
    }
}
