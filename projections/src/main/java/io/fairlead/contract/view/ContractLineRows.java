package io.fairlead.contract.view;

import io.fairlead.contract.event.ContractLine;
import io.fairlead.projection.db.tables.records.ContractLineRecord;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How rows of contract lines are filled. Part of {@link ContractProjection}. */
final class ContractLineRows {

    static void fill(ContractLineRecord row, ContractLine line) {
        row.setDescription(line.getDescription());
        row.setMethod(line.getMethod());
        row.setAmount(line.getAmount());
        row.setLimitAmount(line.getLimit());
        row.setCaps(caps(line));
        row.setTaxCategory(line.getTaxCategory());
        row.setErpItem(line.getErpItem());
        row.setStandAlonePrice(line.getStandAlonePrice());
        row.setObligation(line.getObligation());
        row.setRevenueMethod(line.getRevenueMethod());
        row.setTermFrom(line.getTermFrom());
        row.setTermTo(line.getTermTo());
        row.setUnit(line.getUnit());
        row.setUnitPrice(line.getUnitPrice());
        row.setMarkUp(line.getMarkUp());
        row.setTaxCodes(String.join(",", line.getTaxCodes()));
    }

    private static @Nullable String caps(ContractLine line) {
        return line.getCaps().isEmpty()
                ? null
                : line.getCaps().stream()
                        .map(cap -> String.join(
                                ":",
                                cap.getUnit(),
                                cap.getAmount().toPlainString(),
                                cap.getPer(),
                                String.valueOf(cap.getCarryOver())))
                        .collect(Collectors.joining(","));
    }

    private ContractLineRows() {}
}
