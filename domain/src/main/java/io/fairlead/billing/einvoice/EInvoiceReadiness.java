package io.fairlead.billing.einvoice;

import io.fairlead.shared.RuleViolated;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands between a draft and an electronic invoice, and what the contract says to that.
 *
 * @param policy of the contract
 * @param addressed whether the seller told an account to pay to and both sides have an electronic address: else nobody sends such
 *     documents here, and what only they need is no fault of the draft
 * @param findings all that the document lacks
 */
public record EInvoiceReadiness(EInvoicePolicy policy, boolean addressed, List<EInvoiceFinding> findings) {

    /** Of a draft of which nothing is asked. */
    public static final EInvoiceReadiness NOT_ASKED = new EInvoiceReadiness(EInvoicePolicy.NONE, false, List.of());

    public EInvoiceReadiness {
        findings = List.copyOf(findings);
    }

    /** What people hear of: nothing, all, or where nobody sends electronically what would be wrong on paper too. */
    public List<EInvoiceFinding> told() {
        return switch (policy) {
            case NONE -> List.of();
            case REQUIRED -> findings;
            case WANTED ->
                addressed
                        ? findings
                        : findings.stream()
                                .filter(EInvoiceFinding::isOfPaperToo)
                                .toList();
        };
    }

    /**
     * Passes, or refuses what the contract wants sent and cannot be.
     *
     * @throws RuleViolated X-08
     */
    public void requireApprovable() {
        if (policy == EInvoicePolicy.REQUIRED && !findings.isEmpty()) {
            throw new RuleViolated(
                    "X-08",
                    findings.getFirst().field(),
                    "the contract requires electronic invoices, and this cannot be one: " + sentences(findings),
                    findings.getFirst().remedy());
        }
    }

    static String sentences(List<EInvoiceFinding> findings) {
        return findings.stream().map(EInvoiceFinding::sentence).collect(Collectors.joining("; "));
    }
}
