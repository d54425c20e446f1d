package io.fairlead.gateway.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.erp.DocumentPayload.DocumentKind;
import org.junit.jupiter.api.Test;

/** Deliveries that wait in the table outlive a release: their JSON keeps its names. */
class StoredPayloadTest {

    @Test
    void a_posting_keeps_the_name_that_its_id_was_stored_under() {
        var json = GatewayJson.MAPPER.valueToTree(Samples.posting("invoice-1"));
        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "invoiceId",
                        "version",
                        "company",
                        "number",
                        "issueDate",
                        "accountingDate",
                        "dueDate",
                        "currency",
                        "net",
                        "tax",
                        "gross",
                        "rounding");
    }

    @Test
    void what_is_stored_is_read_as_it_was_written() {
        for (DeliveryPayload payload :
                new DeliveryPayload[] {Samples.invoice("invoice-1", 1), Samples.posting("credit-note:9")}) {
            var json = GatewayJson.MAPPER.writeValueAsString(payload);
            assertThat(json).contains("\"invoiceId\":\"" + payload.aggregateId() + "\"");
            assertThat(GatewayJson.MAPPER.readValue(json, payload.kind().payload()))
                    .isEqualTo(payload);
        }
    }

    @Test
    void a_line_stored_before_rates_were_told_has_none() {
        var json = GatewayJson.MAPPER.writeValueAsString(Samples.invoice("invoice-1", 1));
        var before = json.replaceAll(",?\"taxRates\":\"[^\"]*\"", "");
        assertThat(before).isNotEqualTo(json);
        assertThat(GatewayJson.MAPPER.readValue(before, DocumentDraft.class).lines())
                .allSatisfy(line -> assertThat(line.taxRates()).isNull());
    }

    @Test
    void a_posting_stored_before_roundings_asks_for_its_gross() {
        var json = GatewayJson.MAPPER.writeValueAsString(Samples.posting("invoice-1"));
        var before = json.replaceAll(",?\"rounding\":[^,}]*", "");
        assertThat(before).isNotEqualTo(json);
        var read = GatewayJson.MAPPER.readValue(before, DocumentPosting.class);
        assertThat(read.rounding()).isNull();
        assertThat(read.moneyAtStake()).isEqualByComparingTo(read.gross());
    }

    @Test
    void a_customer_that_lives_itself_is_stored_as_before_merges_were_told() {
        assertThat(GatewayJson.MAPPER.valueToTree(Samples.customer(1)).has("mergedInto"))
                .isFalse();
    }

    @Test
    void the_id_tells_what_the_document_is() {
        assertThat(Samples.posting("credit-note:9").documentKind()).isEqualTo(DocumentKind.CREDIT_NOTE);
        assertThat(Samples.posting("invoice:9").documentKind()).isEqualTo(DocumentKind.INVOICE);
    }
}
