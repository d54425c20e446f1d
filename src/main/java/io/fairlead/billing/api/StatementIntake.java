package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Views;
import io.fairlead.billing.api.PaymentsImported.Outcome;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes in a bank's statements, payment by payment: what names its invoices is booked for them, what says nothing is on account,
 * and what a person has to decide is told.
 */
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
        var unproved = statements.stream()
                .map(BankStatement::unproved)
                .flatMap(Optional::stream)
                .toList();
        views.awaitHead(PATIENCE);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var taking = new Taking(call, how, new OpenInvoices(open, customers, today));
        var again = StatementReader.read(file, taking::take);
        return taking.report.done(
                how.dryRun,
                file.sha256(),
                again.size(),
                again.stream().mapToInt(BankStatement::entries).sum(),
                differences,
                unproved);
    }

    static boolean isReturn(BankEntry entry) {
        return entry.reversal() || entry.transactions().stream().anyMatch(BankTransaction::returned);
    }

    static boolean isUntold(BankEntry entry) {
        return entry.transactions().isEmpty() || entry.transactions().stream().anyMatch(part -> part.amount() == null);
    }

    /** One import. */
    private final class Taking {

        private final Call call;
        private final How how;
        private final OpenInvoices invoices;
        private final PaymentReport report = new PaymentReport();
        private final StatementCredits credits;
        private final Set<String> lookedBack = new HashSet<>();

        Taking(Call call, How how, OpenInvoices invoices) {
            this.call = call;
            this.how = how;
            this.invoices = invoices;
            this.credits = new StatementCredits(call, how, booking, invoices, report);
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
                credits.take(entry);
            }
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
            if (how.dryRun && !lookedBack.add(StatementBooking.key(entry, part))) {
                return new PaymentReport.Became(Outcome.REPEATED, List.of(), null);
            }
            return booking.sentBack(call, entry, part, companies, amount, how.dryRun, report::reached);
        }
    }
}
