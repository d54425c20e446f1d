package io.fairlead.app.verify;

import java.math.BigDecimal;

/** One posted document as the ERP's ledger tells it. */
record ErpDocument(
        String externalRef,
        String documentNumber,
        String number,
        String company,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross) {}
