package io.fairlead.contract.api;

import io.fairlead.contract.SignContract;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One line of a contract, as people send it. */
public record NewContractLine(
        @NotNull @Schema(description = "from 1, unique", example = "1")
        Integer lineNo,

        @NotNull @Schema(example = "Consulting") String description,

        @NotNull
        @Schema(
                description =
                        "TIME_AND_MATERIALS, NOT_TO_EXCEED, FIXED_FEE, MILESTONE, PERCENT_COMPLETE, RETAINER or UNITS",
                example = "TIME_AND_MATERIALS")
        String method,

        @Schema(description = "agreed or ordered; unquantified when absent", type = "string", example = "50000.00")
        @Nullable
        BigDecimal amount,

        @Schema(description = "most that may be billed; no limit when absent", type = "string", example = "60000.00")
        @Nullable
        BigDecimal limit,

        @Schema(description = "of UNCL5305; that of the payer's profile when absent", example = "S") @Nullable
        String taxCategory,

        @Schema(description = "the ERP's item; its default when absent") @Nullable
        String erpItem,

        @Valid @Schema(description = "what else is agreed on the line") @Nullable
        NewLineTerms terms) {

    SignContract.Line line() {
        return new SignContract.Line(
                lineNo, description, method, amount, limit, taxCategory, erpItem, NewLineTerms.of(terms));
    }
}
