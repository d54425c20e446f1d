package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.item.DeferBillingItem;
import io.fairlead.billing.item.WriteOffBillingItem;
import io.fairlead.billing.retainer.ExpireRetainer;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.billing.view.RetainerQuery;
import io.fairlead.contract.ContractId;
import io.fairlead.view.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is billed other than time, and what was paid ahead. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Billing items")
public class BillingItemApi {

    private final CommandResponder desk;
    private final Reads reads;
    private final BillingItemQuery items;
    private final RetainerQuery retainers;

    BillingItemApi(CommandResponder desk, Reads reads, BillingItemQuery items, RetainerQuery retainers) {
        this.desk = desk;
        this.reads = reads;
        this.items = items;
        this.retainers = retainers;
    }

    /** Why its value is given up. */
    public record ItemWriteOff(
            @NotNull @Schema(description = "the accounting date")
            LocalDate on,

            @NotNull @Schema(example = "goodwill") String reason) {}

    /** Until when it waits. */
    public record ItemDeferral(
            @NotNull @Schema(description = "first cut-off that takes it again")
            LocalDate until,

            @NotNull @Schema(example = "the customer asked") String reason) {}

    /** Why the rest is kept. */
    public record Expiry(
            @NotNull @Schema(description = "the accounting date")
            LocalDate expiredOn,

            @NotNull @Schema(description = "what the contract says", example = "unused after 12 months")
            String reason) {}

    @GetMapping("/billing-items")
    @Operation(summary = "Milestones, instalments, deliveries, retainers and progress to bill, by id")
    ResponseEntity<Listing<BillingItemQuery.Item>> items(
            @ParameterObject BillingItemFilter only,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> items.list(only.filter(), cursor, size));
    }

    @GetMapping("/contracts/{id}/instalments")
    @Operation(summary = "Agreed instalments of a contract")
    ResponseEntity<Listing<BillingItemQuery.InstalmentRow>> instalments(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var contract = ContractId.of(id).value();
        return reads.pageOf(contract, null, atLeast, _ -> new Page<>(items.instalments(contract), null));
    }

    @PostMapping("/billing-items/{id}/write-off")
    @Operation(summary = "Give up what is unbilled of an item")
    ResponseEntity<Accepted> writeOff(Call call, @PathVariable String id, @Valid @RequestBody ItemWriteOff body) {
        var item = BillingItemId.of(id);
        return desk.accept(call, item, new WriteOffBillingItem(item, body.on(), body.reason()));
    }

    @PostMapping("/billing-items/{id}/deferral")
    @Operation(summary = "Leave an item out of earlier billing runs")
    ResponseEntity<Accepted> defer(Call call, @PathVariable String id, @Valid @RequestBody ItemDeferral body) {
        var item = BillingItemId.of(id);
        return desk.accept(call, item, new DeferBillingItem(item, body.until(), body.reason(), call.actor()));
    }

    @GetMapping("/retainers")
    @Operation(summary = "What customers paid ahead and have not used")
    ResponseEntity<Listing<RetainerQuery.Retainer>> retainers(
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var only = contract == null ? null : ContractId.of(contract).value();
        return reads.page(limit, atLeast, size -> retainers.list(only, cursor, size));
    }

    @PostMapping("/retainers/{id}/expiry")
    @Operation(summary = "Keep for good what a customer did not use in time")
    ResponseEntity<Accepted> expire(Call call, @PathVariable String id, @Valid @RequestBody Expiry body) {
        var retainer = RetainerId.of(id);
        return desk.accept(call, retainer, new ExpireRetainer(retainer, body.expiredOn(), body.reason(), call.actor()));
    }
}
