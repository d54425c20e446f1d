package io.fairlead.billing.einvoice;

import io.fairlead.shared.RuleViolated;

/**
 * Why a document cannot be an electronic invoice.
 *
 * @param code UBL_..., see the rules
 * @param field where it is missing or wrong
 * @param reason in a plain sentence
 * @param remedy what supplies it
 */
public record EInvoiceFinding(String code, String field, String reason, String remedy) {

    /** What a writer of such invoices would refuse. */
    public static EInvoiceFinding of(RuleViolated refusal) {
        return new EInvoiceFinding(refusal.code(), refusal.field(), refusal.reason(), refusal.remedy());
    }

    /** Whether the paper would be wrong too: reverse charge names the VAT identifier of who owes the tax. */
    boolean isOfPaperToo() {
        return code.equals("UBL_TAX_ID") && field.equals("buyer");
    }

    /** With its code and what to do. */
    public String sentence() {
        return code + ": " + reason + " (" + remedy + ")";
    }
}
