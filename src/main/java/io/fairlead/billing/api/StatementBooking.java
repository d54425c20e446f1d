package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Uploads;
import io.fairlead.billing.api.PaymentsImported.Outcome;
import io.fairlead.billing.cash.KnownInvoices;
import io.fairlead.billing.cash.MoneyAtHand;
import io.fairlead.billing.cash.MoneyPreview;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.cash.ReceiveMoney;
import io.fairlead.billing.cash.ReturnedMoney;
import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.view.ReceiptQuery;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.gateway.bank.BankEntry;
import io.fairlead.gateway.bank.BankTransaction;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import io.fairlead.store.axon.CommandDoor;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books what a bank's statement tells: money that came in, and money that went back; each once, by its place. */
@Component
class StatementBooking {

    private static final String SOURCE = "camt.053";
    private static final int TEXT_MAX = 1_000;
    private static final int PAYER_MAX = 200;

    private final CommandDoor commands;
    private final StreamHistory history;
    private final ReceiptQuery receipts;
    private final InstantSource clock;

    StatementBooking(CommandDoor commands, StreamHistory history, ReceiptQuery receipts, InstantSource clock) {
        this.commands = commands;
        this.history = history;
        this.receipts = receipts;
        this.clock = clock;
    }

    static String key(BankEntry entry, BankTransaction part) {
        return entry.key() + "/" + part.no();
    }

    private static ReceiptId receipt(BankEntry entry, BankTransaction part) {
        return ReceiptId.of(
                NameUuid.of(ReceiptId.KIND, SOURCE, key(entry, part)).toString());
    }

    /** What became of it when an earlier import booked it; a bank that uses a statement's name twice tells other payments by it. */
    Optional<PaymentReport.Became> booked(BankEntry entry, BankTransaction part, BigDecimal amount) {
        return history.last(receipt(entry, part).value(), MoneyReceived.class)
                .map(known ->
                        again(entry, amount, new Known(known.getAmount(), known.getCurrency(), known.getValueDate())));
    }

    /** What was booked from a place. */
    record Known(BigDecimal amount, String currency, LocalDate valueDate) {}

    /** It comes from a place that was booked before. */
    static PaymentReport.Became again(BankEntry entry, BigDecimal amount, Known known) {
        boolean isSame = known.amount().compareTo(amount) == 0
                && known.currency().equals(entry.currency())
                && known.valueDate().equals(entry.valueDate());
        return isSame
                ? new PaymentReport.Became(Outcome.REPEATED, List.of(), null)
                : new PaymentReport.Became(
                        Outcome.REFUSED,
                        List.of(),
                        "another payment was booked from this place of a statement of the same name: "
                                + AmountText.money(known.amount(), known.currency()) + " of " + known.valueDate());
    }

    /**
     * Money as it is booked.
     *
     * @param company whose account
     * @param customer whose money; null where its invoices say that, or nobody knows
     * @param invoices that it pays, in this order
     */
    record Money(
            LegalEntityId company,
            @Nullable CustomerId customer,
            BigDecimal amount,
            List<ReceiveMoney.Named> invoices) {}

    /**
     * Takes the money in.
     *
     * @param entry with a value date
     * @param reached is told the place of its events
     */
    void book(Call call, BankEntry entry, BankTransaction part, Money money, boolean dryRun, LongConsumer reached) {
        var command = new ReceiveMoney(
                receipt(entry, part),
                SOURCE,
                key(entry, part),
                money.company(),
                money.customer(),
                money.amount(),
                entry.currency(),
                Objects.requireNonNull(entry.valueDate()),
                money.invoices(),
                cut(part.party(), PAYER_MAX),
                cut(written(part), TEXT_MAX),
                call.actor());
        if (!dryRun) {
            send(call, command.receiptId().value(), command, reached);
        }
    }

    /** Money of that amount and day that another told: somebody may have told this very money by hand. */
    Optional<String> toldOtherwise(BankEntry entry, LegalEntityId company, BigDecimal amount) {
        return receipts.toldOtherwise(
                SOURCE, company.value(), entry.currency(), amount, Objects.requireNonNull(entry.valueDate()));
    }

    /** Where money of a customer goes that pays nothing it names, as its company's policy says. */
    String whereRestGoes(BankEntry entry, LegalEntityId company) {
        return KnownInvoices.isOldestFirst(history, company.value(), Objects.requireNonNull(entry.valueDate()))
                ? "it goes to what is due first, as the company's policy says, else stays on account"
                : "it stays on account";
    }

    /**
     * Finds the money that the bank took back and opens again what it paid; a person is told where that is unclear.
     *
     * @param companies that share the account, at least one
     */
    PaymentReport.Became sentBack(
            Call call,
            BankEntry entry,
            BankTransaction part,
            List<LegalEntityId> companies,
            BigDecimal amount,
            boolean dryRun,
            LongConsumer reached) {
        if (entry.valueDate() == null) {
            return new PaymentReport.Became(
                    Outcome.OUT, List.of(), "it takes a payment back, and the bank tells no day");
        }
        var returned = new ReturnedMoney(
                key(entry, part),
                companies.getFirst().value(),
                amount,
                entry.currency(),
                entry.valueDate(),
                part.references(),
                part.party(),
                part.text());
        var told = RaiseException.idOf(ReturnedMoney.CODE, ReturnedMoney.subject(returned.sourceId()))
                .value();
        if (isSentBack(returned, companies)
                || history.last(told, ExceptionRaised.class).isPresent()) {
            return new PaymentReport.Became(Outcome.REPEATED, List.of(), null);
        }
        var candidates = companies.stream()
                .flatMap(company -> receipts.returnable(company.value(), entry.currency(), amount).stream())
                .map(money -> new ReturnedMoney.Candidate(money.receiptId(), money.payer(), money.text()))
                .toList();
        var found = returned.among(candidates);
        var openAgain = found.map(this::paidBy).orElse(List.of());
        try {
            if (!dryRun && found.isPresent()) {
                send(call, told, returned.sendBack(found.get(), call.actor()), reached);
            } else if (!dryRun) {
                send(call, told, returned.tell(candidates.size(), clock.instant()), reached);
            }
        } catch (RuntimeException refusal) {
            return new PaymentReport.Became(
                    Outcome.REFUSED, List.of(), Refusal.ofOne(refusal).reason());
        }
        return found.map(money -> new PaymentReport.Became(
                        Outcome.SENT_BACK,
                        openAgain,
                        money.value() + " was taken back by the bank; "
                                + (openAgain.isEmpty() ? "it paid no invoice" : "these are open again")))
                .orElseGet(() -> new PaymentReport.Became(
                        Outcome.OUT, List.of(), "it takes a payment back; which one is unclear, a work item tells it"));
    }

    /** Numbers of the invoices that it pays by now. */
    private List<String> paidBy(ReceiptId money) {
        return MoneyAtHand.of(history, money.value())
                .map(at -> MoneyPreview.ofSentBack(at, history).changes().stream()
                        .map(MoneyPreview.Change::number)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** By this very booking, which any of the money of its amount may know. */
    private boolean isSentBack(ReturnedMoney returned, List<LegalEntityId> companies) {
        return companies.stream()
                .flatMap(company -> receipts.sentBack(company.value(), returned.currency(), returned.amount()).stream())
                .anyMatch(receipt -> history.last(receipt, MoneySentBack.class)
                        .filter(back -> returned.sourceId().equals(back.getSourceId()))
                        .isPresent());
    }

    private void send(Call call, String what, Object command, LongConsumer reached) {
        var outcome =
                commands.dispatch(command, Uploads.own(call, what, command).context());
        reached.accept(outcome.lastPosition());
    }

    /** What the payer says that it is for; what takes it back is found by it. */
    private static @Nullable String written(BankTransaction part) {
        var words = new ArrayList<>(part.references());
        if (!part.text().isBlank()) {
            words.add(part.text());
        }
        return words.isEmpty() ? null : String.join(" / ", words);
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
