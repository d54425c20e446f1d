package io.fairlead.contract.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.contract.CloseContract;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.DealId;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.ReceivePurchaseOrder;
import io.fairlead.contract.SignContract;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contracts. */
@RestController
@RequestMapping("/v1/contracts")
@Tag(name = "Contracts")
public class ContractApi {

    private final CommandResponder desk;
    private final MasterDataReader known;

    ContractApi(CommandResponder desk, MasterDataReader known) {
        this.desk = desk;
        this.known = known;
    }

    /** A contract. */
    public record NewContract(
            @Schema(description = "own key; made when absent", example = "c-2026-001") @Nullable
            String id,

            @Schema(description = "deal it came from") @Nullable
            String deal,

            @NotNull @Schema(description = "seller", example = "de")
            String legalEntity,

            @NotNull @Schema(description = "buyer and payer", example = "acme")
            String customer,

            @NotNull @Schema(example = "Rollout 2026") String name,

            @NotNull @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @NotNull LocalDate signedOn,

            @NotNull @Schema(description = "first day of service")
            LocalDate termFrom,

            @Schema(description = "first day after the term; open when absent") @Nullable
            LocalDate termTo,

            @Schema(description = "IANA name, decides work dates; the seller's when absent") @Nullable
            String zone,

            @Schema(description = "0 to 365; the customer's on the day of signature when absent") @Nullable
            Integer paymentTermsDays,

            @Schema(description = "the customer's on the day of signature when absent") @Nullable
            Boolean poRequired,

            @Nullable String poNumber,

            @Schema(description = "the customer's on the day of signature when absent; empty for none") @Nullable
            String buyerReference,

            @Schema(description = "the contract's own card") @Nullable
            String rateCard,

            @Valid @Schema(description = "what is agreed besides the lines; defaults when absent") @Nullable
            NewContractPolicies policies,

            @NotNull @Schema(description = "1 to 500") List<@NotNull @Valid NewContractLine> lines) {}

    /** The customer's purchase order. */
    public record NewPurchaseOrder(
            @NotNull String poNumber,
            @NotNull LocalDate receivedOn,

            @Schema(
                    description = "most that may be billed against it, net of tax; no limit when absent",
                    type = "string",
                    example = "5000.00")
            @Nullable
            BigDecimal amount) {}

    /** First day without service. */
    public record ContractEnd(@NotNull LocalDate closedOn) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Put a contract into force")
    ResponseEntity<Accepted> sign(Call call, @Valid @RequestBody NewContract body) {
        var id = ContractId.of(call.keyOr(body.id(), ContractId.KIND));
        return desk.create(call, "/v1/contracts/" + id, id, command(id, body));
    }

    @PostMapping("/{id}/purchase-order")
    @Operation(summary = "Note the customer's purchase order")
    ResponseEntity<Accepted> order(Call call, @PathVariable String id, @Valid @RequestBody NewPurchaseOrder body) {
        var contract = ContractId.of(id);
        return desk.accept(
                call, contract, new ReceivePurchaseOrder(contract, body.poNumber(), body.receivedOn(), body.amount()));
    }

    @PostMapping("/{id}/close")
    @Operation(summary = "Accept nothing more on a contract")
    ResponseEntity<Accepted> close(Call call, @PathVariable String id, @Valid @RequestBody ContractEnd body) {
        var contract = ContractId.of(id);
        return desk.accept(call, contract, new CloseContract(contract, body.closedOn()));
    }

    private SignContract command(ContractId id, NewContract body) {
        var seller = LegalEntityId.of(body.legalEntity());
        var buyer = CustomerId.of(body.customer());
        var facts = known.ask();
        return new SignContract(
                id,
                body.deal() == null ? null : DealId.of(body.deal()),
                seller,
                buyer,
                body.name(),
                body.currency(),
                body.signedOn(),
                body.termFrom(),
                body.termTo(),
                body.zone() == null ? facts.zone(seller) : body.zone(),
                body.paymentTermsDays(),
                body.poRequired(),
                body.poNumber(),
                body.buyerReference(),
                body.rateCard() == null ? null : RateCardId.of(body.rateCard()),
                NewContractPolicies.of(body.policies()),
                body.lines().stream().map(NewContractLine::line).toList(),
                facts.customerTerms(buyer, body.signedOn()));
    }
}
