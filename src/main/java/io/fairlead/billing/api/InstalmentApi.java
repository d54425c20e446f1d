package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.item.BillingItemKind;
import io.fairlead.billing.item.DeliverUnits;
import io.fairlead.billing.item.InstalmentPlanId;
import io.fairlead.billing.item.ScheduleInstalments;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.RuleViolated;
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

/** Fixed fees and retainers by schedule, and delivered units. */
@RestController
@RequestMapping("/v1/projects/{id}")
@Tag(name = "Billing items")
public class InstalmentApi {

    private final CommandResponder desk;
    private final MasterDataReader known;

    InstalmentApi(CommandResponder desk, MasterDataReader known) {
        this.desk = desk;
        this.known = known;
    }

    /** The parts by which a line is billed. */
    public record NewInstalments(
            @Schema(description = "contract line, FIXED_FEE or RETAINER; the project's when absent", example = "1")
            @Nullable
            Integer lineNo,

            @NotNull @Schema(description = "1 to 500, adding up to the line's price")
            List<@NotNull @Valid NewInstalment> instalments) {}

    /** One part. */
    public record NewInstalment(
            @NotNull @Schema(example = "First half") String description,

            @NotNull @Schema(description = "in the contract's currency", type = "string", example = "6000.00")
            BigDecimal amount,

            @NotNull @Schema(description = "the first run whose cut-off reaches it takes it")
            LocalDate dueOn) {}

    /** Units handed over. */
    public record NewDelivery(
            @Schema(description = "own key; made when absent", example = "delivery-7") @Nullable
            String id,

            @Schema(description = "contract line, UNITS; the project's when absent", example = "3") @Nullable
            Integer lineNo,

            @NotNull @Schema(example = "Training seats") String description,

            @NotNull @Schema(description = "more than 0, at most 4 decimals", type = "string", example = "12")
            BigDecimal quantity,

            @Schema(description = "price of one; the line's when absent", type = "string", example = "35.00") @Nullable
            BigDecimal unitPrice,

            @NotNull @Schema(description = "the service date")
            LocalDate deliveredOn,

            @NotNull @Schema(description = "as the customer's document says", example = "J. Doe")
            String acceptedBy,

            @NotNull @Schema(description = "where the proof is", example = "delivery note 7")
            String evidence) {}

    @PostMapping("/instalments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Bill a fixed fee or a retainer in parts on agreed days")
    ResponseEntity<Accepted> schedule(Call call, @PathVariable String id, @Valid @RequestBody NewInstalments body) {
        var project = ProjectId.of(id);
        var ask = known.ask();
        var facts = ask.project(project);
        int lineNo = body.lineNo() == null ? facts.lineNo() : body.lineNo();
        var line = ask.line(facts.contractId(), lineNo);
        var kind = kindOf(line.method(), lineNo);
        var plan = InstalmentPlanId.of(project, lineNo);
        return desk.create(
                call,
                null,
                plan,
                new ScheduleInstalments(
                        plan,
                        kind,
                        facts.contractId(),
                        project,
                        facts.customerId(),
                        facts.legalEntityId(),
                        lineNo,
                        facts.currency(),
                        kind == BillingItemKind.INSTALMENT ? line.amount() : null,
                        body.instalments().stream()
                                .map(part ->
                                        new ScheduleInstalments.Part(part.description(), part.amount(), part.dueOn()))
                                .toList()));
    }

    @PostMapping("/deliveries")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Note that units were handed over; they may be billed")
    ResponseEntity<Accepted> deliver(Call call, @PathVariable String id, @Valid @RequestBody NewDelivery body) {
        var project = ProjectId.of(id);
        var ask = known.ask();
        var facts = ask.project(project);
        int lineNo = body.lineNo() == null ? facts.lineNo() : body.lineNo();
        var line = ask.line(facts.contractId(), lineNo);
        var price = body.unitPrice() == null ? line.unitPrice() : body.unitPrice();
        if (!line.method().equals(BillingMethods.UNITS) || line.unit() == null || price == null) {
            throw new RuleViolated(
                    "I-10", "lineNo", "line " + lineNo + " is not billed by units at a price", "name a line by UNITS");
        }
        var item = BillingItemId.of(call.keyOr(body.id(), "delivery"));
        return desk.create(
                call,
                null,
                item,
                new DeliverUnits(
                        item,
                        facts.contractId(),
                        project,
                        facts.customerId(),
                        facts.legalEntityId(),
                        lineNo,
                        body.description(),
                        body.quantity(),
                        line.unit(),
                        price,
                        facts.currency(),
                        body.deliveredOn(),
                        body.acceptedBy(),
                        body.evidence(),
                        call.actor()));
    }

    private static BillingItemKind kindOf(String method, int lineNo) {
        return switch (method) {
            case BillingMethods.FIXED_FEE -> BillingItemKind.INSTALMENT;
            case BillingMethods.RETAINER -> BillingItemKind.RETAINER;
            default ->
                throw new RuleViolated(
                        "L-03",
                        "lineNo",
                        "line " + lineNo + " is billed by " + method + ", not by instalments",
                        "name a line by FIXED_FEE or RETAINER");
        };
    }
}
