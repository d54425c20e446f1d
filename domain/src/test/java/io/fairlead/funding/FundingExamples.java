package io.fairlead.funding;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

/** A contract's limits and work that asks for them, in commands, and what the events leave each source with. */
final class FundingExamples {

    static final FundingId FUNDING = FundingId.of(CONTRACT);

    static FixtureConfiguration<Funding> fundings() {
        return new AggregateTestFixture<>(Funding.class);
    }

    static OpenFunding open(Policy policy, FundLimit... limits) {
        return new OpenFunding(FUNDING, CONTRACT, GMBH, "EUR", policy, List.of(limits), List.of(), "signed");
    }

    /** Line 1 may be billed up to the amount. */
    static OpenFunding capped(String amount) {
        return open(Policy.SPLIT, FundLimit.line(1, wire(amount)));
    }

    /** Work of the day, on line 1; the number is its place among the approvals. */
    static ReserveFunds ask(int no, String worth) {
        return ask(no, 0, worth);
    }

    /** As {@link #ask(int, String)}, some days later, or earlier when below 0. */
    static ReserveFunds ask(int no, int days, String worth) {
        return work(no, 1, days, true, worth);
    }

    static ReserveFunds work(int no, int lineNo, int days, boolean divisible, String worth) {
        return new ReserveFunds(
                FUNDING,
                entry(no),
                lineNo,
                ACME,
                PROJECT,
                WORK_DAY.plusDays(days),
                NOON.plusSeconds(no),
                divisible,
                new BigDecimal(worth),
                "EUR");
    }

    static String entry(int no) {
        return "time-entry:e-" + no;
    }

    static DraftFunds draft(@Nullable String po, String... numbersAndAmounts) {
        return draftOn(INVOICE, po, numbersAndAmounts);
    }

    /** Pairs of number and amount, as {@code "1=60.00"}; what was claimed stands behind, as {@code "1=50.00/60.00"}. */
    static DraftFunds draftOn(InvoiceId invoice, @Nullable String po, String... numbersAndAmounts) {
        return new DraftFunds(FUNDING, invoice, po, portions(numbersAndAmounts));
    }

    static ConsumeFunds consume(@Nullable String po, String... numbersAndAmounts) {
        return new ConsumeFunds(FUNDING, INVOICE, po, portions(numbersAndAmounts));
    }

    static List<DraftFunds.Portion> portions(String... numbersAndAmounts) {
        return Arrays.stream(numbersAndAmounts)
                .map(pair -> pair.split("="))
                .map(pair -> portionOf(Integer.parseInt(pair[0]), pair[1].split("/")))
                .toList();
    }

    private static DraftFunds.Portion portionOf(int no, String[] amounts) {
        var amount = new BigDecimal(amounts[0]);
        var claimed = amounts.length == 1 ? amount : new BigDecimal(amounts[1]);
        return new DraftFunds.Portion(entry(no), 1, amount, claimed, 0, null);
    }

    /** As events tell it, on line 1. */
    static FundsPortion portion(int no, String amount, String claimed) {
        return new FundsPortion(entry(no), 1, wire(amount), wire(claimed), 0, null);
    }

    /** All events that the commands cause, in order. */
    static List<SpecificRecord> events(Object... commands) {
        var fixture = fundings();
        fixture.givenCommands(Arrays.copyOf(commands, commands.length - 1))
                .when(commands[commands.length - 1])
                .expectSuccessfulHandlerExecution();
        return fixture.getEventStore()
                .readEvents(FUNDING.value())
                .asStream()
                .map(message -> (SpecificRecord) message.getPayload())
                .toList();
    }

    static <T> List<T> events(Class<T> type, Object... commands) {
        return events(commands).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** What each source has in the end, as {@code granted+held}, with the order in front where orders set limits. */
    static Map<String, String> standing(Object... commands) {
        var standing = new LinkedHashMap<String, String>();
        for (var event : events(commands)) {
            switch (event) {
                case FundsReserved e -> standing.put(e.getSourceId(), shares(e.getShares(), e.getHeld()));
                case FundsRefused e -> standing.put(e.getSourceId(), "0.00+" + plain(e.getHeld()));
                case FundsReleased e -> standing.put(e.getSourceId(), shares(e.getShares(), e.getHeld()));
                default -> {}
            }
        }
        return standing;
    }

    private static String shares(List<io.fairlead.funding.event.FundsShare> shares, BigDecimal held) {
        var text = new StringBuilder();
        for (var share :
                shares.stream().filter(share -> share.getAmount().signum() > 0).toList()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(share.getPoNumber() == null ? "" : share.getPoNumber() + ":")
                    .append(plain(share.getAmount()));
        }
        return (text.isEmpty() ? "0.00" : text) + "+" + plain(held);
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }

    private FundingExamples() {}
}
