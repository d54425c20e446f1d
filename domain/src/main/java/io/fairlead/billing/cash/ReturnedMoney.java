package io.fairlead.billing.cash;

import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A booking by which a bank takes money back that had come in: a direct debit that bounced, a recall.
 *
 * @param sourceId the booking: account, statement, entry and payment
 * @param legalEntityId whose account
 * @param amount above 0
 * @param currency ISO 4217
 * @param on day it left
 * @param references what the bank says that it takes back: end-to-end id, document numbers
 * @param party who had paid; null when it is not told
 * @param text why, in the bank's words; may be empty
 */
public record ReturnedMoney(
        String sourceId,
        String legalEntityId,
        BigDecimal amount,
        String currency,
        LocalDate on,
        List<String> references,
        @Nullable String party,
        String text) {

    /** A bank took money back, and nothing says which. */
    public static final String CODE = "RETURN_NOT_MATCHED";

    /** So short a reference may stand in any text. */
    private static final int REFERENCE_MIN = 4;

    private static final int REASON_MAX = 400;

    public ReturnedMoney {
        references = List.copyOf(references);
    }

    /**
     * Money of the same company, currency and amount that came in and is not sent back.
     *
     * @param payer who paid; null when it was not told
     * @param text what the payer wrote; null when nothing
     */
    public record Candidate(
            String receiptId,
            @Nullable String payer,
            @Nullable String text) {}

    /** The money that it is: the one that names what the booking names, else the only one of its payer; empty when unclear. */
    public Optional<ReceiptId> among(List<Candidate> candidates) {
        var named = candidates.stream().filter(this::isNamed).toList();
        var found =
                named.isEmpty() ? candidates.stream().filter(this::isOfParty).toList() : named;
        return found.size() == 1 ? Optional.of(new ReceiptId(found.getFirst().receiptId())) : Optional.empty();
    }

    private boolean isNamed(Candidate money) {
        return money.text() != null
                && references.stream()
                        .filter(reference -> reference.length() >= REFERENCE_MIN)
                        .anyMatch(money.text()::contains);
    }

    private boolean isOfParty(Candidate money) {
        return party != null
                && money.payer() != null
                && party.strip()
                        .toUpperCase(Locale.ROOT)
                        .equals(money.payer().strip().toUpperCase(Locale.ROOT));
    }

    /** Everything that the money paid is open again. */
    public SendMoneyBack sendBack(ReceiptId money, String toldBy) {
        var reason = text.isBlank() ? "the bank took it back" : "the bank took it back: " + text;
        return new SendMoneyBack(
                money, on, reason.substring(0, Math.min(REASON_MAX, reason.length())), sourceId, toldBy);
    }

    /** Tells a person; closed by itself when money is sent back with this booking. */
    public RaiseException tell(int candidates, Instant at) {
        var stake = new Stake(amount, currency);
        return RaiseException.about(
                CODE,
                subject(sourceId),
                stake.written() + " left the account on " + on + " by " + sourceId + ", which takes money back; "
                        + unclear(candidates)
                        + ". Send the money back that it is, with this booking as its source, or waive this item.",
                OwnerRole.FINANCE_OPERATIONS,
                stake,
                legalEntityId,
                at);
    }

    /**
     * Clears the work item about a booking that is named for money which was sent back before; empty when none tells of it, or
     * another booking took that money.
     */
    public static Optional<ResolveException> named(SendMoneyBack command, StreamHistory history, Instant at) {
        var sourceId = command.sourceId();
        var isOfNoBooking = history.last(command.receiptId().value(), MoneySentBack.class)
                .filter(back -> back.getSourceId() == null)
                .isPresent();
        if (sourceId == null || !isOfNoBooking) {
            return Optional.empty();
        }
        var item = RaiseException.idOf(CODE, subject(sourceId));
        return history.last(item.value(), ExceptionRaised.class)
                .map(_ -> new ResolveException(
                        item, command.receiptId() + " was sent back before", command.toldBy(), 0, at));
    }

    private static String unclear(int candidates) {
        return switch (candidates) {
            case 0 -> "no money of that amount came in";
            case 1 -> "money of that amount came in once, and nothing says that it is this";
            default -> "it says not which of " + candidates;
        };
    }

    /** What the work item about a booking is about, receipt:<uuid>. */
    public static String subject(String sourceId) {
        return ReceiptId.of(NameUuid.of(ReceiptId.KIND, "return", sourceId).toString())
                .value();
    }
}
