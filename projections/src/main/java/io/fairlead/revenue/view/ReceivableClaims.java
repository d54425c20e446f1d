package io.fairlead.revenue.view;

import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.db.tables.records.ReceivableMovementRecord;
import io.fairlead.revenue.view.ReceivableProjection.Whose;
import java.math.BigDecimal;
import org.axonframework.eventhandling.EventHandler;

/** What customers owe less by what they do not pay, and more by what of that came back. */
final class ReceivableClaims {

    private final AppendOnlyTable<ReceivableMovementRecord> movements;

    ReceivableClaims(AppendOnlyTable<ReceivableMovementRecord> movements) {
        this.movements = movements;
    }

    @EventHandler
    void on(DeductionTaken event, EventMetadata facts) {
        var of = new Whose(event.getLegalEntityId(), event.getCustomerId(), event.getContractId());
        var row = ReceivableProjection.money(
                facts, kind(event.getKind()), of, event.getInvoiceId(), event.getValueDate());
        ReceivableProjection.amount(row, event.getAmount().negate(), event.getCurrency())
                .setNetAmount(net(event.getKind(), event.getNet()).negate());
        movements.add(row);
    }

    @EventHandler
    void on(DeductionTakenBack event, EventMetadata facts) {
        var of = new Whose(event.getLegalEntityId(), event.getCustomerId(), event.getContractId());
        var row = ReceivableProjection.money(
                facts, kind(event.getKind()), of, event.getInvoiceId(), event.getValueDate());
        ReceivableProjection.amount(row, event.getAmount(), event.getCurrency())
                .setNetAmount(net(event.getKind(), event.getNet()));
        movements.add(row);
    }

    /** What is withheld lowers no net: it is paid, to somebody else. */
    private static BigDecimal net(String deduction, BigDecimal net) {
        return deduction.equals("WITHHOLDING") ? BigDecimal.ZERO : net;
    }

    private static String kind(String deduction) {
        return switch (deduction) {
            case "WITHHOLDING" -> "withheld";
            case "SMALL_REST" -> "small rest";
            case "CASH_DISCOUNT" -> "cash discount";
            default -> "written off";
        };
    }
}
