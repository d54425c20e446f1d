package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.billing.api.PaymentsImported.Outcome;
import io.fairlead.billing.cash.ReceiveMoney.Named;
import io.fairlead.billing.cash.TransferMatching.Applied;
import io.fairlead.billing.cash.TransferMatching.ByHand;
import io.fairlead.billing.cash.TransferMatching.Proposed;
import io.fairlead.billing.cash.TransferMatching.Share;
import io.fairlead.billing.cash.TransferMatching.Transfer;
import io.fairlead.billing.cash.TransferMatching.Unknown;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.gateway.bank.BankEntry;
import io.fairlead.gateway.bank.BankTransaction;
import io.fairlead.shared.AmountText;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of money that came in by a statement: what names its invoices is booked for them, what says nothing is on account,
 * and what a person has to decide is told. Part of {@link StatementIntake}; not thread-safe.
 */
final class StatementCredits {

    private static final String NO_DAY = "the bank tells no day";

    private final Call call;
    private final StatementIntake.How how;
    private final StatementBooking booking;
    private final OpenInvoices invoices;
    private final PaymentReport report;

    /** What a look ahead would have booked, by its place. */
    private final Map<String, StatementBooking.Known> looked = new HashMap<>();

    StatementCredits(
            Call call, StatementIntake.How how, StatementBooking booking, OpenInvoices invoices, PaymentReport report) {
        this.call = call;
        this.how = how;
        this.booking = booking;
        this.invoices = invoices;
        this.report = report;
    }

    void take(BankEntry entry) {
        if (StatementIntake.isReturn(entry)) {
            report.whole(entry, Outcome.OUT, "a payment of ours came back");
        } else if (entry.amount().signum() == 0) {
            report.whole(entry, Outcome.LEFT, "it moves nothing");
        } else if (StatementIntake.isUntold(entry)) {
            var whole = whole(entry);
            var untold = new Unknown(
                    "it is a batch, and the bank does not tell what each payment of it amounts to", List.of(), false);
            var became = known(entry, whole, entry.amount())
                    .orElseGet(() -> onAccount(entry, whole, entry.amount(), untold));
            report.add(entry, whole.no(), entry.amount(), whole.party(), became);
        } else {
            for (var part : entry.transactions()) {
                var amount = Objects.requireNonNull(part.amount());
                report.add(entry, part.no(), amount, part.party(), payment(entry, part, amount));
            }
        }
    }

    /** A batch as one payment. */
    private static BankTransaction whole(BankEntry entry) {
        var texts = entry.transactions().stream()
                .map(BankTransaction::text)
                .filter(text -> !text.isBlank())
                .toList();
        return new BankTransaction(0, entry.amount(), null, List.of(), String.join(" / ", texts), false);
    }

    private PaymentReport.Became payment(BankEntry entry, BankTransaction part, BigDecimal amount) {
        var known = known(entry, part, amount);
        if (known.isPresent()) {
            return known.get();
        }
        var match = invoices.matching(entry.account())
                .match(new Transfer(amount, entry.currency(), part.references(), part.text(), part.party()));
        return switch (match) {
            case Applied(var shares, var _, var rest) -> book(entry, part, amount, shares, rest, null);
            case Proposed(var shares, var reason) ->
                how.takeProposed()
                        ? book(entry, part, amount, shares, amount.subtract(total(shares)), reason)
                        : new PaymentReport.Became(Outcome.PROPOSED, invoices.numbers(shares), reason);
            case ByHand(var shares, var reason) ->
                new PaymentReport.Became(Outcome.PROPOSED, invoices.numbers(shares), reason);
            case Unknown unknown -> onAccount(entry, part, amount, unknown);
        };
    }

    private PaymentReport.Became book(
            BankEntry entry,
            BankTransaction part,
            BigDecimal amount,
            List<Share> shares,
            BigDecimal rest,
            @Nullable String reason) {
        var numbers = invoices.numbers(shares);
        var company = invoices.companyOf(shares.stream().map(Share::invoiceId).toList());
        if (company.isEmpty()) {
            return new PaymentReport.Became(
                    Outcome.PROPOSED,
                    numbers,
                    "they are invoices of several companies; tell one receipt for each by hand");
        }
        if (entry.valueDate() == null) {
            return new PaymentReport.Became(Outcome.PROPOSED, numbers, NO_DAY);
        }
        var named = shares.stream()
                .map(share -> new Named(new InvoiceId(share.invoiceId()), share.amount()))
                .toList();
        var money = new StatementBooking.Money(company.get(), null, amount, named); // They say whose it is.
        var more = rest.signum() > 0
                ? AmountText.money(rest, entry.currency()) + " is more than is open of them; "
                        + booking.whereRestGoes(entry, company.get())
                : null;
        var became = booked(entry, part, money, new PaymentReport.Became(Outcome.APPLIED, numbers, and(reason, more)));
        if (became.outcome() == Outcome.APPLIED) {
            invoices.matching(entry.account()).take(shares);
        }
        return became;
    }

    /** Money that came is told to a person until it is applied; it is only not booked where that may be a second time. */
    private PaymentReport.Became onAccount(BankEntry entry, BankTransaction part, BigDecimal amount, Unknown unknown) {
        var companies = invoices.companies(entry.account());
        var company = unknown.named().isEmpty() && companies.size() == 1
                ? Optional.of(companies.getFirst())
                : invoices.companyOf(unknown.named());
        if (company.isEmpty()) {
            return left(unknown, "several companies have the account; tell it by hand for the one that it is of");
        }
        if (entry.valueDate() == null) {
            return left(unknown, NO_DAY);
        }
        var other = how.takeProposed() ? Optional.<String>empty() : booking.toldOtherwise(entry, company.get(), amount);
        if (other.isPresent()) {
            return new PaymentReport.Became(
                    Outcome.PROPOSED,
                    List.of(),
                    and(unknown.reason(), other.get() + " has its amount and day, and may be this very money"));
        }
        var customer = invoices.customerOf(unknown.named()).orElse(null);
        var named = unknown.named().stream()
                .map(id -> new Named(new InvoiceId(id), null))
                .toList();
        var money = new StatementBooking.Money(company.get(), customer, amount, named);
        var where = customer == null
                ? "it is on account, of nobody yet"
                : unknown.settled()
                        ? "it is money of " + customer + "; " + booking.whereRestGoes(entry, company.get())
                        : "it is on account, of " + customer;
        return booked(entry, part, money, left(unknown, where));
    }

    private static PaymentReport.Became left(Unknown unknown, String where) {
        return new PaymentReport.Became(Outcome.LEFT, List.of(), and(unknown.reason(), where));
    }

    /** By an earlier import, or earlier in this one, as a look ahead has to remember itself. */
    private Optional<PaymentReport.Became> known(BankEntry entry, BankTransaction part, BigDecimal amount) {
        var before = Optional.ofNullable(looked.get(StatementBooking.key(entry, part)))
                .map(money -> StatementBooking.again(entry, amount, money));
        return before.isPresent() ? before : booking.booked(entry, part, amount);
    }

    private PaymentReport.Became booked(
            BankEntry entry, BankTransaction part, StatementBooking.Money money, PaymentReport.Became became) {
        try {
            if (how.dryRun()) {
                looked.put(
                        StatementBooking.key(entry, part),
                        new StatementBooking.Known(
                                money.amount(), entry.currency(), Objects.requireNonNull(entry.valueDate())));
            }
            booking.book(call, entry, part, money, how.dryRun(), report::reached);
            return became;
        } catch (RuntimeException refusal) {
            return new PaymentReport.Became(
                    Outcome.REFUSED, became.invoices(), Refusal.ofOne(refusal).reason());
        }
    }

    private static @Nullable String and(@Nullable String reason, @Nullable String more) {
        return reason == null ? more : more == null ? reason : reason + "; " + more;
    }

    private static BigDecimal total(List<Share> shares) {
        return shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
