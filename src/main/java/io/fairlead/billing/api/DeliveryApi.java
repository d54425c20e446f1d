package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.billing.invoice.RecordPostingRefused;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.gateway.erp.DeliveryState;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.ErpResults;
import io.fairlead.gateway.erp.ParkedDeliveries;
import io.fairlead.gateway.erp.ParkedDeliveries.DeliveryStep;
import io.fairlead.gateway.erp.ParkedDeliveries.KnownDelivery;
import io.fairlead.shared.StreamHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
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

    private final ErpGateway erp;
    private final ParkedDeliveries deliveries;
    private final CommandResponder desk;
    private final StreamHistory history;
    private final InstantSource clock;

    DeliveryApi(ErpGateway erp, CommandResponder desk, StreamHistory history, InstantSource clock) {
        this.erp = erp;
        this.deliveries = erp.deliveries().parked();
        this.desk = desk;
        this.history = history;
        this.clock = clock;
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
        for (var code : List.of(RecordPostingRefused.WORK_ITEM, ErpResults.NOT_DELIVERED)) {
            var item = RaiseException.idOf(code, delivery.subject());
            if (history.last(item.value(), ExceptionRaised.class).isPresent()) {
                var _ = desk.accept(
                        call, item, new ResolveException(item, "sent again", call.actor(), 0, clock.instant()));
            }
        }
        // Its work item may have been closed before; else whoever follows it finds nothing parked any more.
        var _ = deliveries.retryAll(delivery.subject(), call.actor());
        erp.wakeup();
        return detail(find(delivery.key().toString()));
    }

    private DeliveryDetail detail(KnownDelivery delivery) {
        return new DeliveryDetail(delivery, deliveries.steps(delivery.key()));
    }

    private KnownDelivery find(String id) {
        return deliveries.find(id).orElseThrow(() -> new Refused(Refusal.notFound(id)));
    }
}
