package io.fairlead.billing.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bank's statements. The payments of an entry add up to it, and all of them to what the statements move.
 *
 * @param sha256 of the file, hex
 * @param differences statements whose balances their entries do not make, each as a sentence
 * @param unproved statements of which the bank tells no opening or no closing balance, each as a sentence
 * @param position of the last event written; 0 when nothing was
 */
public record PaymentsImported(
        boolean dryRun,
        String sha256,
        int statements,
        int entries,
        List<String> differences,
        List<String> unproved,
        List<Sum> outcomes,
        List<Payment> payments,
        long position) {

    /** What becomes of money on an account. */
    @Schema(name = "PaymentOutcome")
    public enum Outcome {
        /** Booked for the invoices that it names; what is more than they owe is on account. */
        APPLIED,
        /** It was booked by an earlier import. */
        REPEATED,
        /** It may pay the invoices that are told; a person decides, and it is not booked before. */
        PROPOSED,
        /** Nothing says what it pays: it is on account with a work item, where its reason says nothing else. */
        LEFT,
        /** The bank took it back: what it had paid is open again. */
        SENT_BACK,
        /** Money that went out; where it takes a payment back that nobody knows, a work item tells it. */
        OUT,
        /** The bank has not booked it. */
        NOT_BOOKED,
        /** It could not be booked, for a reason. */
        REFUSED
    }

    /** How many payments had an outcome, and what they move; below 0 when it goes out. */
    @Schema(name = "ImportedSum")
    public record Sum(Outcome outcome, String currency, int payments, BigDecimal amount) {}

    /**
     * A payment, or an entry of which the bank tells no payments.
     *
     * @param entry account, statement and place
     * @param payment within the entry, from 1; 0 stands for the whole entry
     * @param amount below 0 when it goes out
     */
    @Schema(name = "ImportedPayment")
    public record Payment(
            String entry,
            int payment,
            BigDecimal amount,
            String currency,
            @Nullable LocalDate valueDate,
            @Nullable String party,
            Outcome outcome,

            @Schema(description = "numbers of the invoices that it pays, or may pay")
            List<String> invoices,

            @Nullable String reason) {}
}
