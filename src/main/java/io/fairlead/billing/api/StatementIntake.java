package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Views;
import io.fairlead.billing.api.PaymentsImported.Outcome;
import io.fairlead.billing.cash.TransferMatching.Applied;
import io.fairlead.billing.cash.TransferMatching.Proposed;
import io.fairlead.billing.cash.TransferMatching.Share;
import io.fairlead.billing.cash.TransferMatching.Transfer;
import io.fairlead.billing.cash.TransferMatching.Unknown;
import io.fairlead.billing.view.OpenItemQuery;
import io.fairlead.gateway.bank.BankEntry;
import io.fairlead.gateway.bank.BankStatement;
import io.fairlead.gateway.bank.BankTransaction;
import io.fairlead.gateway.bank.StatementReader;
import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.view.CustomerQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in a bank's statements, payment by payment: what names its invoices is booked for them, all else is told. */
@Component
class StatementIntake {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final StatementBooking booking;
    private final Views views;
    private final OpenItemQuery open;
    private final CustomerQuery customers;
    private final InstantSource clock;

    StatementIntake(
            StatementBooking booking, Views views, OpenItemQuery open, CustomerQuery customers, InstantSource clock) {
        this.booking = booking;
        this.views = views;
        this.open = open;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * How to take a file in.
     *
     * @param dryRun record nothing
     * @param acceptBalance take statements whose balances their entries do not make
     * @param takeProposed book also what is only proposed
     */
    record How(boolean dryRun, boolean acceptBalance, boolean takeProposed) {}

    /**
     * Reads the file twice: nothing is booked of one that is broken further on, or whose entries do not make its balances.
     *
     * @throws FileRefused STATEMENT_BALANCE when they do not and that is not accepted, and as {@link StatementReader} refuses
     */
    PaymentsImported take(Call call, RawFile file, How how) {
        var statements = StatementReader.read(file, _ -> {});
        var differences = statements.stream()
                .map(BankStatement::difference)
                .flatMap(Optional::stream)
                .toList();
        if (!differences.isEmpty() && !how.acceptBalance && !how.dryRun) {
            throw new FileRefused(
                    "STATEMENT_BALANCE",
                    "file",
                    String.join("; ", differences),
                    "ask the bank, or take it as it is with accept-balance");
        }
        views.awaitHead(PATIENCE);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var taking = new Taking(call, how, new OpenInvoices(open, customers, today));
        var again = StatementReader.read(file, taking::take);
        return taking.report.done(
                how.dryRun,
                file.sha256(),
                again.size(),
                again.stream().mapToInt(BankStatement::entries).sum(),
                differences);
    }

    /** One import. */
    private final class Taking {

        private final Call call;
        private final How how;
        private final OpenInvoices invoices;
        private final PaymentReport report = new PaymentReport();

        Taking(Call call, How how, OpenInvoices invoices) {
            this.call = call;
            this.how = how;
            this.invoices = invoices;
        }

        void take(BankEntry entry) {
            var companies = invoices.companies(entry.account());
            if (entry.status() != BankEntry.Status.BOOKED) {
                report.whole(entry, Outcome.NOT_BOOKED, "the bank has not booked it (" + entry.status() + ")");
            } else if (companies.isEmpty()) {
                report.whole(entry, Outcome.LEFT, "no company has the account " + entry.account());
            } else if (entry.side() == BankEntry.Side.DEBIT) {
                debit(entry, companies);
            } else {
                credit(entry);
            }
        }

        private static boolean isReturn(BankEntry entry) {
            return entry.reversal() || entry.transactions().stream().anyMatch(BankTransaction::returned);
        }

        private void debit(BankEntry entry, List<LegalEntityId> companies) {
            if (!isReturn(entry)) {
                report.whole(entry, Outcome.OUT, "it takes money from the account");
            } else if (isUntold(entry)) {
                report.whole(
                        entry, Outcome.OUT, "it takes payments back, and the bank does not tell what each amounts to");
            } else {
                for (var part : entry.transactions()) {
                    var amount = Objects.requireNonNull(part.amount());
                    var became = sentBack(entry, part, companies, amount);
                    report.add(entry, part.no(), amount.negate(), part.party(), became);
                }
            }
        }

        private PaymentReport.Became sentBack(
                BankEntry entry, BankTransaction part, List<LegalEntityId> companies, BigDecimal amount) {
            return booking.sentBack(call, entry, part, companies, amount, how.dryRun, report::reached);
        }

        private static boolean isUntold(BankEntry entry) {
            return entry.transactions().isEmpty()
                    || entry.transactions().stream().anyMatch(part -> part.amount() == null);
        }

        private void credit(BankEntry entry) {
            if (isReturn(entry)) {
                report.whole(entry, Outcome.OUT, "a payment of ours came back");
            } else if (entry.amount().signum() == 0) {
                report.whole(entry, Outcome.LEFT, "it moves nothing");
            } else if (isUntold(entry)) {
                report.whole(
                        entry,
                        Outcome.LEFT,
                        "it is a batch, and the bank does not tell what each payment of it amounts to");
            } else {
                for (var part : entry.transactions()) {
                    var amount = Objects.requireNonNull(part.amount());
                    report.add(entry, part.no(), amount, part.party(), payment(entry, part, amount));
                }
            }
        }

        private PaymentReport.Became payment(BankEntry entry, BankTransaction part, BigDecimal amount) {
            var known = booking.booked(entry, part, amount);
            if (known.isPresent()) {
                return known.get();
            }
            var match = invoices.matching(entry.account())
                    .match(new Transfer(amount, entry.currency(), part.references(), part.text(), part.party()));
            return switch (match) {
                case Applied(var shares, var _, var rest) ->
                    book(
                            entry,
                            part,
                            amount,
                            shares,
                            rest.signum() > 0 ? rest.toPlainString() + " more than is open of them" : null);
                case Proposed(var shares, var reason) ->
                    how.takeProposed
                            ? book(entry, part, amount, shares, reason)
                            : new PaymentReport.Became(Outcome.PROPOSED, invoices.numbers(shares), reason);
                case Unknown(var reason) -> new PaymentReport.Became(Outcome.LEFT, List.of(), reason);
            };
        }

        private PaymentReport.Became book(
                BankEntry entry, BankTransaction part, BigDecimal amount, List<Share> shares, @Nullable String reason) {
            var numbers = invoices.numbers(shares);
            var company = invoices.companyOf(shares);
            if (company.isEmpty()) {
                return new PaymentReport.Became(Outcome.PROPOSED, numbers, "they are invoices of several companies");
            }
            if (entry.valueDate() == null) {
                return new PaymentReport.Became(Outcome.PROPOSED, numbers, "the bank tells no day");
            }
            try {
                booking.book(call, entry, part, company.get(), amount, shares, how.dryRun, report::reached);
                return new PaymentReport.Became(Outcome.APPLIED, numbers, reason);
            } catch (RuntimeException refusal) {
                return new PaymentReport.Became(
                        Outcome.REFUSED, numbers, Refusal.ofOne(refusal).reason());
            }
        }
    }
}
