package io.fairlead.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of views, processes and deliveries that say something else than the log. */
final class ViewFaults {

    /** One of each kind, each about something else. */
    static List<Fault> planted(PlantedRows rows) throws SQLException {
        var faults = new ArrayList<Fault>();
        var sources = rows.ask("select source_id from projection.unbilled_work order by source_id limit 3");
        var invoices = rows.ask("select invoice_id from projection.invoice where open_amount > 0 limit 2");
        var receipt =
                rows.ask("select receipt_id from projection.receipt limit 1").getFirst();
        var contract = rows.ask("select contract_id from projection.wip_movement order by contract_id desc limit 1")
                .getFirst();
        var posted = rows.ask("select aggregate_id from gateway.delivery where kind = 'COMMIT_INVOICE' limit 1")
                .getFirst();
        var work = "projection.unbilled_work";
        rows.change(
                work,
                "update projection.unbilled_work set ready_amount = ready_amount + 0.01 where source_id = '"
                        + sources.get(0) + "'");
        faults.add(new Fault("amount of work in the view", "I3", sources.get(0) + " has unbilled"));
        rows.change(work, "delete from projection.unbilled_work where source_id = '" + sources.get(1) + "'");
        faults.add(new Fault("work missing in the view", "I3", sources.get(1) + " is priced but not in the view"));
        rows.change(
                work,
                "insert into projection.unbilled_work select (jsonb_populate_record(w, "
                        + "'{\"source_id\": \"time-entry:planted\"}')).* from projection.unbilled_work w where source_id = '"
                        + sources.get(2) + "'");
        faults.add(new Fault("work invented in the view", "I3", "time-entry:planted is in the view"));
        rows.change(
                "projection.wip_movement",
                "update projection.wip_movement set ready_amount = ready_amount + 1 where"
                        + " ctid = (select ctid from projection.wip_movement where contract_id = '" + contract
                        + "' limit 1)");
        faults.add(new Fault("amount of a movement", "I2", contract));
        rows.change(
                "projection.invoice",
                "update projection.invoice set open_amount = open_amount + 1 where invoice_id = '" + invoices.getFirst()
                        + "'");
        faults.add(new Fault("open amount of an invoice", "I4", invoices.getFirst() + ": open in the view"));
        rows.change(
                "projection.receipt",
                "update projection.receipt set left_amount = left_amount + 1 where receipt_id = '" + receipt + "'");
        faults.add(new Fault("money on account", "I12", receipt + ": on account in the view"));
        rows.change(
                "gateway.delivery",
                "update gateway.delivery set state = 'PARKED', reason = 'planted' where"
                        + " kind = 'COMMIT_INVOICE' and aggregate_id = '" + posted + "'");
        faults.add(new Fault("delivery parked in silence", "I9", "COMMIT_INVOICE of " + posted));
        rows.change(
                "process.parked",
                "insert into process.parked (name, position, sequence_key, event_id, event_type,"
                        + " reason) values ('planted', 1, 'contract:planted', 'e', 't', 'planted')");
        faults.add(new Fault("reaction parked", "I9", "planted parked t of contract:planted"));
        rows.change(
                "projection.parked_event",
                "insert into projection.parked_event values ('planted',"
                        + " 'contract:planted', 1, 1, 'e', 't', 'planted', now())");
        faults.add(new Fault("event parked by a view", "I7", "planted: t of contract:planted is parked"));
        return faults;
    }

    private ViewFaults() {}
}
