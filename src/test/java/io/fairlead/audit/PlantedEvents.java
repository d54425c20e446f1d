package io.fairlead.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Events that say something else than what was appended, readable all the same. */
record PlantedEvents(PlantedRows rows) {

    private static final GenericData DATA = new GenericData();

    static {
        DATA.addLogicalTypeConversion(new Conversions.DecimalConversion());
    }

    private static final BigDecimal CENT = new BigDecimal("0.0100");
    private static final String TABLE = "store.es_event";

    /** Changes what an event says; returns its stream. */
    String alter(String type, int place, Consumer<GenericRecord> change) throws SQLException, IOException {
        rows.keep(TABLE);
        var question = """
                select e.position, s.aggregate_id, c.schema_json, e.payload from store.es_event e
                join store.es_stream s on s.stream_no = e.stream_no
                join store.es_type t on t.type_no = e.type_no
                join store.es_schema c on c.schema_fp = e.schema_fp
                where t.name like '%%.' || ? order by e.position offset ? limit 1""".replace("%%", "%");
        try (var select = rows.database().prepareStatement(question)) {
            select.setString(1, type);
            select.setInt(2, place);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("there is no " + type + " at " + place);
                }
                write(row.getLong(1), changed(row.getString(3), row.getBytes(4), change));
                return row.getString(2);
            }
        }
    }

    /** A fault of each kind, each in another event. */
    List<Fault> faults() throws SQLException, IOException {
        var faults = new ArrayList<Fault>();
        var priced = alter("TimePriced", 10, more("amount"));
        faults.add(new Fault("price of time", "I15", priced + " is priced at"));
        var rated = alter("TimePriced", 20, more("rate"));
        faults.add(new Fault("rate of time", "I15", rated + " has rate", "never said"));
        var lined = alter("InvoiceLinesAdded", 1, lines -> more("net").accept(first(lines, "lines")));
        faults.add(new Fault("net of a line", "I4", lined));
        var issued = alter("InvoiceIssued", 3, more("gross"));
        faults.add(new Fault("gross of an invoice", "I4", issued + " is issued otherwise than approved"));
        var buyer = alter("InvoiceIssued", 5, invoice -> invoice.put("customerId", "customer:planted"));
        faults.add(new Fault("customer of an invoice", "I8", buyer + ": the ERP has another customer"));
        var taxed = alter("InvoiceApproved", 7, approval -> more("tax").accept(first(approval, "taxRows")));
        faults.add(new Fault("tax of an invoice", "I4", taxed + ": tax"));
        var _ = alter("NumberAssigned", 9, number -> number.put("number", (Long) number.get("number") + 50));
        faults.add(new Fault("number in a series", "I5", "stands where"));
        var credited = alter("CreditNoteIssued", 0, more("gross"));
        faults.add(new Fault("gross of a credit note", "I4", credited + " is issued otherwise than"));
        var applied = alter("ReceiptApplied", 0, more("amount"));
        faults.add(new Fault("money applied", "I12", applied));
        var drafted = alter("TimePutOnDraft", 0, more("amount"));
        faults.add(new Fault("claim of a draft", "I3", drafted));
        var _ = alter("TimePriced", 30, price -> price.put("unit", "WEEK"));
        faults.add(new Fault("code outside of its set", "I11", "unit"));
        return faults;
    }

    private static Consumer<GenericRecord> more(String field) {
        return record -> record.put(field, ((BigDecimal) record.get(field)).add(CENT));
    }

    private static GenericRecord first(GenericRecord record, String field) {
        return (GenericRecord) ((List<?>) record.get(field)).getFirst();
    }

    private void write(long position, byte[] payload) throws SQLException {
        try (var update =
                rows.database().prepareStatement("update store.es_event set payload = ? where position = ?")) {
            update.setBytes(1, payload);
            update.setLong(2, position);
            update.executeUpdate();
        }
    }

    private static byte[] changed(String json, byte[] payload, Consumer<GenericRecord> change) throws IOException {
        var schema = new Schema.Parser().parse(json);
        var record = new GenericDatumReader<GenericRecord>(schema, schema, DATA)
                .read(null, DecoderFactory.get().binaryDecoder(payload, null));
        change.accept(record);
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema, DATA).write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
