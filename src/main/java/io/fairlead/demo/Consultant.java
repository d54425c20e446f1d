package io.fairlead.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * Somebody who works for the sample firm.
 *
 * @param index from 0, over all companies
 * @param place from 0, within the company
 * @param code id and actor
 * @param approver actor who approves their time
 * @param hourlyCost in the company's currency, before the raise of March
 */
record Consultant(
        int index,
        int place,
        String code,
        String name,
        Company company,
        String role,
        String approver,
        BigDecimal hourlyCost) {

    static final LocalDate RAISE = LocalDate.of(2026, 3, 1);
    static final String RESEARCHER = "researcher";

    /** What an hour costs on a day, in the currency of a contract. */
    BigDecimal cost(LocalDate day, String currency) {
        return costIn(currency, !day.isBefore(RAISE));
    }

    BigDecimal costIn(String currency, boolean raised) {
        var own = raised ? hourlyCost.multiply(new BigDecimal("1.035")) : hourlyCost;
        var abroad = currency.equals(company.currency()) ? own : own.multiply(new BigDecimal("1.16"));
        return abroad.setScale(2, RoundingMode.HALF_UP);
    }
}
