package io.fairlead.contract.api;

import io.fairlead.contract.ContractPolicies;
import io.fairlead.contract.ContractPolicies.DocumentPolicies;
import io.fairlead.contract.ContractPolicies.Payer;
import io.fairlead.contract.ContractPolicies.TimeRounding;
import io.fairlead.contract.LineDetail;
import io.fairlead.party.CustomerId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a contract agrees on besides its lines, as callers send it; what is absent is the default. */
public record NewContractPolicies(
        @Schema(description = "PER_ENTRY or PER_LINE; PER_ENTRY when absent") @Nullable
        String rounding,

        @Valid @Schema(description = "how worked time is rounded before it is priced; not at all when absent") @Nullable
        NewTimeRounding timeRounding,

        @Schema(description = "SPLIT, WHOLE_ITEM or STOP at the boundary of a limit; SPLIT when absent") @Nullable
        String limitPolicy,

        @Schema(
                description = "most that may be billed on all lines together; no limit when absent",
                type = "string",
                example = "100000.00")
        @Nullable
        BigDecimal limit,

        @Schema(description = "DOCUMENT or LINE; DOCUMENT when absent") @Nullable
        String taxRounding,

        @Schema(description = "what one invoice holds: CONTRACT or PROJECT; CONTRACT when absent") @Nullable
        String invoicePer,

        @Schema(description = "work over midnight: START_DATE or SPLIT_AT_MIDNIGHT; START_DATE when absent") @Nullable
        String midnight,

        @Schema(description = "days from approval within which work is to be billed; 30 when absent") @Nullable
        Integer slaDays,

        @Schema(description = "day of the rate to another currency: WORK_DATE or INVOICE_DATE; WORK_DATE when absent")
        @Nullable
        String fxDate,

        @Schema(
                description = "whether documents go out by EN 16931: WANTED where they can, REQUIRED of each, or NONE;"
                        + " WANTED when absent")
        @Nullable
        String eInvoice,

        @Schema(
                description =
                        "amounts to pay are rounded to multiples of it: 0.05, 0.10, 0.50 or 1.00; not when absent",
                type = "string",
                example = "0.05")
        @Nullable
        BigDecimal payableRounding,

        @Schema(
                description =
                        "time on invoices: EACH entry a line, or together by PERSON, TASK or DAY with a timesheet as"
                                + " an annex; EACH when absent")
        @Nullable
        String invoiceLines,

        @Schema(description = "who pays which share; the customer alone when absent") @Nullable
        List<@NotNull @Valid NewPayer> payers) {

    /** How worked time is rounded. */
    public record NewTimeRounding(
            @NotNull @Schema(description = "NONE, NEAREST or UP", example = "UP")
            String mode,

            @NotNull @Schema(description = "1, 5, 6, 15 or 30", example = "15")
            Integer minutes,

            @Schema(description = "ENTRY or DAY; ENTRY when absent") @Nullable
            String per) {}

    /** One payer. */
    public record NewPayer(
            @NotNull @Schema(example = "acme") String customer,

            @NotNull @Schema(description = "part of the net, 0 to 1", type = "string", example = "0.333333")
            BigDecimal share,

            @Schema(description = "takes what rounding leaves; false when absent") @Nullable
            Boolean takesResidue) {}

    static ContractPolicies of(@Nullable NewContractPolicies body) {
        var defaults = ContractPolicies.DEFAULT;
        if (body == null) {
            return defaults;
        }
        return new ContractPolicies(
                or(body.rounding(), defaults.rounding()),
                body.timeRounding() == null ? defaults.timeRounding() : timeRounding(body.timeRounding()),
                or(body.limitPolicy(), defaults.limitPolicy()),
                body.limit(),
                or(body.taxRounding(), defaults.taxRounding()),
                or(body.invoicePer(), defaults.invoicePer()),
                or(body.midnight(), defaults.midnight()),
                body.slaDays() == null ? defaults.slaDays() : body.slaDays(),
                or(body.fxDate(), defaults.fxDate()),
                body.payers() == null
                        ? List.of()
                        : body.payers().stream().map(NewContractPolicies::payer).toList(),
                new DocumentPolicies(
                        or(body.eInvoice(), defaults.documents().eInvoice()),
                        body.payableRounding(),
                        LineDetail.of(body.invoiceLines())));
    }

    private static TimeRounding timeRounding(NewTimeRounding body) {
        return new TimeRounding(body.mode(), body.minutes(), or(body.per(), TimeRounding.NONE.per()));
    }

    private static Payer payer(NewPayer body) {
        return new Payer(CustomerId.of(body.customer()), body.share(), Boolean.TRUE.equals(body.takesResidue()));
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
