package io.fairlead.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.verify.invariant.LineHash;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.schema.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineHashTest {

    private static final Path RELEASES = Path.of("../schemas/src/test/resources/history")
            .resolve(InvoiceLinesAdded.getClassSchema().getFullName());

    static Stream<Path> releases() throws IOException {
        return Files.list(RELEASES).sorted();
    }

    /** A release hashed the fields that it knew; its lines are read by today's with defaults for the rest. */
    @ParameterizedTest
    @MethodSource("releases")
    void lines_that_an_earlier_release_issued_have_the_hash_that_it_wrote(Path release) throws IOException {
        var shape = new Schema.Parser()
                .parse(Files.readString(release))
                .getField("lines")
                .schema()
                .getElementType();
        var line = line();
        var asWritten = reread(line, InvoiceLine.getClassSchema(), shape);
        var read = read(bytes(asWritten, shape), shape);
        var hash = Sha256.hex(SpecificData.getForClass(InvoiceLine.class).toString(asWritten) + "\n");

        assertThat(LineHash.isOf(hash, List.of(read))).isTrue();

        var changed =
                InvoiceLine.newBuilder(read).setDescription("something else").build();
        assertThat(LineHash.isOf(hash, List.of(changed))).isFalse();
    }

    @Test
    void what_a_later_release_says_of_a_line_is_not_covered_by_the_hash_of_an_earlier_one() {
        var line = line();
        var hash = LineHash.of(List.of(line));
        assertThat(LineHash.isOf(hash, List.of(line))).isTrue();

        var changed = InvoiceLine.newBuilder(line).setTaxDay(LocalDate.EPOCH).build();
        assertThat(LineHash.isOf(hash, List.of(changed))).isFalse();
    }

    private static InvoiceLine line() {
        return InvoiceLine.newBuilder()
                .setLineNo(1)
                .setSourceId("time-entry:e-1")
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId("project:p-1")
                .setDescription("Design")
                .setServiceDate(LocalDate.of(2026, 3, 2))
                .setSeconds(3_600)
                .setNet(new BigDecimal("100.0000"))
                .setTaxCategory("S")
                .build();
    }

    private static GenericRecord reread(InvoiceLine line, Schema written, Schema shape) {
        var reader = new GenericDatumReader<GenericRecord>(written, shape, SpecificData.getForClass(InvoiceLine.class));
        return read(bytes(line, written), reader);
    }

    private static InvoiceLine read(byte[] bytes, Schema written) {
        return read(bytes, new SpecificDatumReader<InvoiceLine>(written, InvoiceLine.getClassSchema()));
    }

    private static <T> T read(byte[] bytes, org.apache.avro.io.DatumReader<T> reader) {
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Object record, Schema schema) {
        var out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new SpecificDatumWriter<>(schema, SpecificData.getForClass(InvoiceLine.class)).write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
