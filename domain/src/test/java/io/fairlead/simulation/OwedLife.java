package io.fairlead.simulation;

import io.fairlead.billing.credit.AssignCustomerCredit;
import io.fairlead.billing.credit.CustomerCreditId;
import io.fairlead.billing.credit.PayOutCustomerCredit;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.Payable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What documents owe to customers is set against other invoices or paid out, at times more than there is, or twice. */
final class OwedLife {

    private static final String CLERK = "idp|clerk";
    private static final String CFO = "idp|cfo";
    private static final int KEYS = 4;

    private final World world;
    private final Chance chance;

    OwedLife(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** A document that owes, and where. */
    private record Owing(String document, String currency) {}

    void setAgainst() {
        var issued = world.log().all(InvoiceIssued.class);
        var owing = owing();
        if (!owing.isEmpty()) {
            var of = chance.of(owing);
            world.ask(new AssignCustomerCredit(
                    CustomerCreditId.of(of.document()),
                    "a-" + chance.between(1, KEYS),
                    chance.of(issued),
                    some(of),
                    day(),
                    CLERK,
                    MergeLife.merged(world.log().events())));
        }
    }

    void payOut() {
        var owing = owing();
        if (!owing.isEmpty()) {
            var of = chance.of(owing);
            world.ask(new PayOutCustomerCredit(
                    CustomerCreditId.of(of.document()),
                    "r-" + chance.between(1, KEYS),
                    some(of),
                    day(),
                    "asked for by the buyer",
                    chance.oneIn(5) ? CLERK : CFO));
        }
    }

    /** Some of what is owed in the end is set against another invoice that its customer may owe, half of the rest is paid out. */
    void finish() {
        for (var of : owing()) {
            if (chance.oneIn(2)) {
                setAgainstAnother(of);
            }
            if (chance.oneIn(2)) {
                world.ask(new PayOutCustomerCredit(
                        CustomerCreditId.of(of.document()), "rest", null, day(), "the rest", CFO));
            }
        }
    }

    private void setAgainstAnother(Owing of) {
        var others = world.log().all(InvoiceIssued.class).stream()
                .filter(invoice -> invoice.getCurrency().equals(of.currency())
                        && !invoice.getInvoiceId().equals(of.document()))
                .toList();
        if (!others.isEmpty()) {
            world.ask(new AssignCustomerCredit(
                    CustomerCreditId.of(of.document()),
                    "late",
                    chance.of(others),
                    some(of),
                    day(),
                    CLERK,
                    MergeLife.merged(world.log().events())));
        }
    }

    private @Nullable BigDecimal some(Owing of) {
        return chance.oneIn(3) ? null : chance.amount(Firm.digits(of.currency()));
    }

    private LocalDate day() {
        return LocalDate.of(2026, 6, 1).plusDays(chance.between(0, 30));
    }

    /** Also those that owe nothing any more, which is refused. */
    private List<Owing> owing() {
        return Stream.concat(
                        world.log().all(CreditApplied.class).stream()
                                .filter(credit -> credit.getGross().compareTo(credit.getApplied()) > 0)
                                .map(credit -> new Owing(credit.getCreditNoteId(), credit.getCurrency())),
                        world.log().all(InvoiceIssued.class).stream()
                                .filter(invoice -> Payable.of(invoice).isNegative())
                                .map(invoice -> new Owing(invoice.getInvoiceId(), invoice.getCurrency())))
                .toList();
    }
}
