package io.fairlead.app.verify.invariant;

import java.math.BigDecimal;

/**
 * One posted document as the ERP's ledger tells it; days as it writes them.
 *
 * @param credits the reference of what it credits; empty for an invoice
 */
public record ErpDocument(
        String externalRef,
        String documentNumber,
        String number,
        String company,
        String customer,
        String currency,
        String issueDate,
        String accountingDate,
        String dueDate,
        String credits,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        BigDecimal rounding) {}
