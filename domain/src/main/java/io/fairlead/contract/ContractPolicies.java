package io.fairlead.contract;

import io.fairlead.party.CustomerId;
import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a contract agrees on besides its lines: how figures are rounded, limited, taxed, split and paid. For whoever signs
 * contracts; {@link #DEFAULT} holds where nothing was agreed.
 *
 * @param rounding PER_ENTRY, or PER_LINE: sum first, then share out (R2)
 * @param timeRounding how worked time is rounded before it is priced (R2)
 * @param limitPolicy SPLIT, WHOLE_ITEM or STOP at the boundary of a limit (R3)
 * @param limit most that may be billed on all lines together, >= 0; null means no limit
 * @param taxRounding DOCUMENT, or LINE where no EN 16931 document is made (R4)
 * @param invoicePer CONTRACT or PROJECT: what one invoice holds
 * @param midnight START_DATE, or SPLIT_AT_MIDNIGHT for work over midnight (R14)
 * @param slaDays days from approval within which work is to be billed, 0..365
 * @param fxDate WORK_DATE or INVOICE_DATE: which day's rate prices in another currency (R13)
 * @param payers who pays which share; empty means the customer alone
 * @param documents how its documents go out and how they are paid
 */
public record ContractPolicies(
        String rounding,
        TimeRounding timeRounding,
        String limitPolicy,
        @Nullable BigDecimal limit,
        String taxRounding,
        String invoicePer,
        String midnight,
        int slaDays,
        String fxDate,
        List<Payer> payers,
        DocumentPolicies documents) {

    public static final ContractPolicies DEFAULT = new ContractPolicies(
            "PER_ENTRY",
            TimeRounding.NONE,
            "SPLIT",
            null,
            "DOCUMENT",
            "CONTRACT",
            "START_DATE",
            30,
            "WORK_DATE",
            List.of(),
            DocumentPolicies.DEFAULT);

    public ContractPolicies {
        Check.oneOf("policies.rounding", rounding, Set.of("PER_ENTRY", "PER_LINE"));
        Check.oneOf("policies.limitPolicy", limitPolicy, Set.of("SPLIT", "WHOLE_ITEM", "STOP"));
        limit = limit == null ? null : Check.notNegative("policies.limit", limit);
        Check.oneOf("policies.taxRounding", taxRounding, Set.of("DOCUMENT", "LINE"));
        Check.oneOf("policies.invoicePer", invoicePer, Set.of("CONTRACT", "PROJECT"));
        Check.oneOf("policies.midnight", midnight, Set.of("START_DATE", "SPLIT_AT_MIDNIGHT"));
        Check.range("policies.slaDays", slaDays, 0, 365);
        Check.oneOf("policies.fxDate", fxDate, Set.of("WORK_DATE", "INVOICE_DATE"));
        payers = List.copyOf(payers);
        requireWhole(payers);
    }

    /**
     * How the documents of a contract go out and how they are paid.
     *
     * @param eInvoice WANTED, REQUIRED or NONE: whether documents go out by EN 16931
     * @param payableStep amounts to pay are rounded to multiples of it (BT-114): 0.05, 0.10, 0.50 or 1.00; null means not
     * @param lines how time stands on them
     */
    public record DocumentPolicies(
            String eInvoice, @Nullable BigDecimal payableStep, LineDetail lines) {

        public static final DocumentPolicies DEFAULT = new DocumentPolicies("WANTED", null);

        /** With each entry of time as a line. */
        public DocumentPolicies(String eInvoice, @Nullable BigDecimal payableStep) {
            this(eInvoice, payableStep, LineDetail.EACH);
        }

        private static final Set<BigDecimal> STEPS =
                Set.of(new BigDecimal("0.05"), new BigDecimal("0.10"), new BigDecimal("0.50"), new BigDecimal("1.00"));

        public DocumentPolicies {
            Check.oneOf("policies.eInvoice", eInvoice, Set.of("WANTED", "REQUIRED", "NONE"));
            if (payableStep != null) {
                if (!isStep(payableStep)) {
                    throw new RuleViolated(
                            "G-02",
                            "policies.payableRounding",
                            payableStep + " is no step of cash",
                            "use 0.05, 0.10, 0.50 or 1.00");
                }
                payableStep = payableStep.setScale(4);
            }
        }

        private static boolean isStep(BigDecimal amount) {
            return STEPS.stream().anyMatch(step -> step.compareTo(amount) == 0);
        }
    }

    /**
     * Who pays a part of each invoice.
     *
     * @param customerId the payer
     * @param share part of the net, above 0, at most 1, at most 6 decimals; the shares of a contract sum to 1
     * @param takesResidue whether what rounding leaves is this payer's; exactly one payer of a contract
     */
    public record Payer(CustomerId customerId, BigDecimal share, boolean takesResidue) {

        public Payer {
            if (share.signum() <= 0
                    || share.compareTo(BigDecimal.ONE) > 0
                    || share.stripTrailingZeros().scale() > 6) {
                throw new RuleViolated(
                        "G-02", "policies.payers.share", "share " + share + " is out of range", "0.25 means a quarter");
            }
            share = share.setScale(6);
        }
    }

    /**
     * How worked time is rounded before it is priced.
     *
     * @param mode NONE, NEAREST or UP
     * @param minutes to a multiple of 1, 5, 6, 15 or 30; 1 and without effect when the mode is NONE
     * @param per ENTRY, or DAY: the sum of a person's day on a line is rounded
     */
    public record TimeRounding(String mode, int minutes, String per) {

        public static final TimeRounding NONE = new TimeRounding("NONE", 1, "ENTRY");

        public TimeRounding {
            Check.oneOf("policies.timeRounding.mode", mode, Set.of("NONE", "NEAREST", "UP"));
            if (!Set.of(1, 5, 6, 15, 30).contains(minutes)) {
                throw new RuleViolated(
                        "G-02",
                        "policies.timeRounding.minutes",
                        minutes + " minutes are no step",
                        "use 1, 5, 6, 15 or 30");
            }
            Check.oneOf("policies.timeRounding.per", per, Set.of("ENTRY", "DAY"));
        }
    }

    private static void requireWhole(List<Payer> payers) {
        if (payers.isEmpty()) {
            return;
        }
        var total = payers.stream().map(Payer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        // Thirds have no finite share: what is missing is less than one last digit for each payer, and goes to the
        // residue.
        var tolerance = BigDecimal.valueOf(payers.size(), 6);
        if (total.compareTo(BigDecimal.ONE) > 0
                || BigDecimal.ONE.subtract(total).compareTo(tolerance) > 0) {
            throw new RuleViolated(
                    "C-05",
                    "policies.payers.share",
                    "the shares sum to " + total,
                    "let them sum to 1 (thirds: 0.333333)");
        }
        if (payers.stream().filter(Payer::takesResidue).count() != 1) {
            throw new RuleViolated(
                    "C-05", "policies.payers.takesResidue", "not exactly one payer takes the residue", "mark one");
        }
        var distinct = new HashSet<CustomerId>();
        for (var payer : payers) {
            if (!distinct.add(payer.customerId())) {
                throw new RuleViolated(
                        "C-05", "policies.payers.customerId", payer.customerId() + " stands twice", "add its shares");
            }
        }
    }
}
