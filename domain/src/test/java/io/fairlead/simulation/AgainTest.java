package io.fairlead.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceivePayment;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Commands;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

/** What happens twice is seen: a command that adds up when it is given again, a process that counts its reactions. */
class AgainTest {

    @Test
    void a_command_that_adds_up_is_seen() {
        assertSeen(World.unnamed(), "given twice, AdjustTime");
    }

    @Test
    void a_process_that_does_not_know_a_repeat_is_seen() {
        assertSeen(World.with(door -> List.of(new PaysAgain(door))), "reacted to again: PaymentReceived");
    }

    private static void assertSeen(World world, String sentence) {
        assertThat(LongStream.rangeClosed(1, 300).boxed().flatMap(seed -> world.live(seed).parked().stream()))
                .anyMatch(told -> told.contains(sentence));
    }

    /** Makes its receipts by chance, where a process must make them from what is booked. */
    static final class PaysAgain {
        private final Commands commands;
        private int receipts;

        PaysAgain(Commands commands) {
            this.commands = commands;
        }

        @EventHandler
        void react(InvoiceIssued event) {
            var receipt = "planted-" + ++receipts;
            commands.send(
                    new ReceivePayment(
                            ReceiptId.of(receipt),
                            "erp",
                            receipt,
                            new InvoiceId(event.getInvoiceId()),
                            BigDecimal.ONE,
                            "SEK",
                            event.getIssueDate()),
                    receipt);
        }
    }
}
