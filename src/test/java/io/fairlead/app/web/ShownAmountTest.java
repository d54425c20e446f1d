package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Amounts with the digits of their currency, wherever it stands, in JSON and in CSV. */
class ShownAmountTest {

    private final JsonMapper json = mapper();

    /** An invoice as a view has it. */
    public record Head(@Nullable String currency, BigDecimal net, BigDecimal price) {}

    /** A line, of the currency of its invoice. */
    public record Line(BigDecimal net, BigDecimal rate, BigDecimal quantity) {}

    /** The invoice with its lines, as a query hands it out. */
    public record Detail(Head head, List<Line> lines) {}

    @ParameterizedTest
    @CsvSource({
        "EUR, 1234.5000, 1234.50",
        "JPY, 1234.0000, 1234",
        "KWD, 1234.5000, 1234.500",
        "EUR, 133.3333, 133.3333",
        "JPY, 1234.5000, 1234.5",
        "XTS, 7.0000, 7",
        "none, 7.0000, 7.00",
        ", 7.0000, 7.00"
    })
    void an_amount_has_the_digits_of_its_record_s_currency(@Nullable String currency, String amount, String shown) {
        var head = new Head(currency, new BigDecimal(amount), BigDecimal.ONE);
        assertThat(json.readTree(json.writeValueAsString(head)).path("net").asString())
                .isEqualTo(shown);
        assertThat(Csv.of(List.of(head), Head.class).lines().toList().getLast()).contains(shown);
        assertThat(json.writeValueAsString(new Detail(head, List.of()))).contains("\"" + shown + "\"");
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1234, 0.10, 7.00", "KWD, 1234.000, 0.10, 7.00", "EUR, 1234.00, 0.10, 7.00"})
    void a_line_has_those_of_the_invoice_beside_it(String currency, String net, String rate, String quantity) {
        var line = new Line(new BigDecimal("1234.0000"), new BigDecimal("0.100000"), new BigDecimal("7.0000"));
        var read = json.readTree(
                json.writeValueAsString(new Detail(new Head(currency, BigDecimal.ONE, BigDecimal.ONE), List.of(line))));
        var written = read.path("lines").path(0);
        assertThat(written.path("net").asString()).isEqualTo(net);
        assertThat(written.path("rate").asString()).isEqualTo(rate);
        assertThat(written.path("quantity").asString()).isEqualTo(quantity);
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder();
        ApiJson.configure(builder);
        return builder.build();
    }
}
