package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.gateway.erp.DeliveryState;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.ParkedDeliveries;
import io.fairlead.gateway.erp.ParkedDeliveries.DeliveryStep;
import io.fairlead.gateway.erp.ParkedDeliveries.KnownDelivery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is said to the ERP: how far it came, what was refused, and once more after the cure. */
@RestController
@RequestMapping("/v1/deliveries")
@Tag(name = "Operation")
public class DeliveryApi {

    private static final int LIMIT = 1_000;

    private final ParkedDeliveries deliveries;
    private final DeliveryRetries retries;

    DeliveryApi(ErpGateway erp, DeliveryRetries retries) {
        this.deliveries = erp.deliveries().parked();
        this.retries = retries;
    }

    /** Deliveries, those that changed last first. */
    public record Deliveries(List<KnownDelivery> items) {}

    /** One delivery and the states that it went through, in order. */
    public record DeliveryDetail(KnownDelivery delivery, List<DeliveryStep> steps) {}

    @GetMapping
    @Operation(summary = "What was, or is to be, said to the ERP; at most 1,000, those that changed last first")
    Deliveries deliveries(
            @Parameter(description = "PARKED are those that need a person; all when absent")
                    @RequestParam(required = false)
                    @Nullable
                    DeliveryState state,
            @Parameter(
                            description = "stream key of a customer, project, invoice or credit note",
                            example = "credit-note:4711")
                    @RequestParam(required = false)
                    @Nullable
                    String subject) {
        return new Deliveries(deliveries.list(state, subject, LIMIT));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One delivery with all that was tried")
    DeliveryDetail delivery(
            @Parameter(description = "its key, or the stream key of what it is about: then the one that needs a person")
                    @PathVariable
                    String id) {
        return detail(find(id));
    }

    @PostMapping("/{id}/retry")
    @Operation(
            summary = "Send again what the ERP refused, after the cure",
            description = "Its work item is cleared by whoever asks; refused again, it is raised again.")
    DeliveryDetail retry(
            Call call,
            @Parameter(description = "its key, or the stream key of what it is about") @PathVariable String id) {
        var delivery = find(id);
        if (!delivery.state().equals(DeliveryState.PARKED.name())) {
            throw new Refused(new Refusal(
                    409,
                    "CONFLICT",
                    "id",
                    "the delivery is " + delivery.state() + ", only what is parked is sent again",
                    "look at it first: fairlead deliveries show " + id));
        }
        retries.again(call, delivery);
        return detail(find(delivery.key().toString()));
    }

    private DeliveryDetail detail(KnownDelivery delivery) {
        return new DeliveryDetail(delivery, deliveries.steps(delivery.key()));
    }

    private KnownDelivery find(String id) {
        return deliveries.find(id).orElseThrow(() -> new Refused(Refusal.notFound(id)));
    }
}
