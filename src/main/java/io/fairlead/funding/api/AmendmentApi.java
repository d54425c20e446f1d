package io.fairlead.funding.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.contract.AmendContract;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.HoldBilling;
import io.fairlead.contract.LiftBillingHold;
import io.fairlead.contract.LineTerms;
import io.fairlead.contract.SignContract;
import io.fairlead.shared.Check;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Amendments of contracts, and holds on their billing. */
@RestController
@RequestMapping("/v1/contracts")
@Tag(name = "Contracts")
public class AmendmentApi {

    private final CommandResponder desk;
    private final InstantSource clock;

    AmendmentApi(CommandResponder desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** A line that changes. */
    public record AmendedContractLine(
            @NotNull @Schema(example = "1") Integer lineNo,

            @Schema(description = "price agreed or ordered; unchanged when absent", type = "string") @Nullable
            BigDecimal amount,

            @Schema(description = "most that may be billed; unchanged when absent", type = "string") @Nullable
            BigDecimal limit,

            @Schema(description = "true lifts the limit; false when absent") @Nullable
            Boolean unlimited,

            @Schema(description = "first day after the line's term; unchanged when absent") @Nullable
            LocalDate termTo) {}

    /** A line that is new. */
    public record AddedContractLine(
            @NotNull @Schema(example = "2") Integer lineNo,

            @NotNull String description,

            @NotNull @Schema(example = "TIME_AND_MATERIALS") String method,

            @Schema(type = "string") @Nullable BigDecimal amount,

            @Schema(type = "string") @Nullable BigDecimal limit,

            @Schema(description = "of UNCL5305; that of the payer's profile when absent", example = "S") @Nullable
            String taxCategory,

            @Nullable String erpItem) {}

    /** A purchase order in the order in which it is drawn. */
    public record AmendedOrder(
            @NotNull String number,

            @Schema(description = "most that may be billed; no limit when absent", type = "string") @Nullable
            BigDecimal amount) {}

    /** An amendment. What is absent stays. */
    public record NewAmendment(
            @Schema(description = "own key; made when absent") @Nullable
            String id,

            @NotNull @Schema(description = "day from which it holds")
            LocalDate effectiveOn,

            @NotNull @Schema(description = "R6: PROSPECTIVE, CATCH_UP or SEPARATE", example = "PROSPECTIVE")
            String treatment,

            @NotNull String reason,

            @Schema(description = "first day after the contract's term") @Nullable
            LocalDate termTo,

            @Schema(description = "most that may be billed on the contract", type = "string") @Nullable
            BigDecimal limit,

            @Schema(description = "true lifts the contract's limit; false when absent") @Nullable
            Boolean unlimited,

            @Nullable List<@NotNull @Valid AmendedContractLine> lines,

            @Nullable List<@NotNull @Valid AddedContractLine> added,

            @Schema(description = "all orders, as they are drawn") @Nullable
            List<@NotNull @Valid AmendedOrder> purchaseOrders) {}

    /** A hold, or its end. */
    public record BillingHold(
            @Schema(description = "the one line; the whole contract when absent") @Nullable
            Integer lineNo,

            @NotNull String reason) {}

    @PostMapping("/{id}/amendments")
    @Operation(summary = "Change a contract by agreement")
    ResponseEntity<Accepted> amend(Call call, @PathVariable String id, @Valid @RequestBody NewAmendment body) {
        var contract = ContractId.of(id);
        Check.oneOf("treatment", body.treatment(), Set.of("PROSPECTIVE", "CATCH_UP", "SEPARATE"));
        return desk.accept(
                call,
                contract,
                new AmendContract(
                        contract,
                        call.keyOr(body.id(), "amendment"),
                        body.effectiveOn(),
                        AmendContract.Treatment.valueOf(body.treatment()),
                        call.actor(),
                        body.reason(),
                        body.termTo(),
                        limit(body.limit(), body.unlimited()),
                        orNone(body.lines()).stream().map(AmendmentApi::change).toList(),
                        orNone(body.added()).stream().map(AmendmentApi::line).toList(),
                        body.purchaseOrders() == null
                                ? null
                                : body.purchaseOrders().stream()
                                        .map(order -> new AmendContract.Order(order.number(), order.amount()))
                                        .toList(),
                        clock.instant()));
    }

    @PostMapping("/{id}/billing-hold")
    @Operation(summary = "Keep work of a contract out of billing runs")
    ResponseEntity<Accepted> hold(Call call, @PathVariable String id, @Valid @RequestBody BillingHold body) {
        var contract = ContractId.of(id);
        return desk.accept(
                call, contract, new HoldBilling(contract, body.lineNo(), body.reason(), call.actor(), clock.instant()));
    }

    @PostMapping("/{id}/billing-hold/lift")
    @Operation(summary = "Let billing runs take held work again")
    ResponseEntity<Accepted> lift(Call call, @PathVariable String id, @Valid @RequestBody BillingHold body) {
        var contract = ContractId.of(id);
        return desk.accept(
                call,
                contract,
                new LiftBillingHold(contract, body.lineNo(), body.reason(), call.actor(), clock.instant()));
    }

    private static AmendContract.LineChange change(AmendedContractLine line) {
        return new AmendContract.LineChange(
                line.lineNo(), line.amount(), limit(line.limit(), line.unlimited()), line.termTo());
    }

    private static SignContract.Line line(AddedContractLine line) {
        return new SignContract.Line(
                line.lineNo(),
                line.description(),
                line.method(),
                line.amount(),
                line.limit(),
                line.taxCategory(),
                line.erpItem(),
                LineTerms.NONE);
    }

    private static AmendContract.@Nullable NewLimit limit(@Nullable BigDecimal amount, @Nullable Boolean unlimited) {
        return amount == null && !Boolean.TRUE.equals(unlimited) ? null : new AmendContract.NewLimit(amount);
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
