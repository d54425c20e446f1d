package io.fairlead.app.verify.invariant;

import java.math.BigDecimal;

/** One posted document as the ERP's ledger tells it. */
public record ErpDocument(
        String externalRef,
        String documentNumber,
        String number,
        String company,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        BigDecimal rounding) {}
