package io.fairlead.gateway.crm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.gateway.crm.OpportunityResult.NotWon;
import io.fairlead.gateway.crm.OpportunityResult.Refused;
import io.fairlead.gateway.crm.OpportunityResult.Won;
import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import java.io.ByteArrayInputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpportunityReaderTest {

    private static final String MAPPING = """
            {"missingId": "referenceId",
             "accounts": {"001000000000001AAA": "customer:nw"},
             "defaults": {"currency": "EUR", "legalEntity": "legal-entity:de", "termMonths": 12, "paymentTermDays": 0},
             "fields": {"legalEntity": "Legal_Entity__c", "billingMethod": "Billing_Method__c",
                        "poNumber": "PO_Number__c",
                        "taxCategory": "Tax_Profile__c", "termMonths": "Term__c"},
             "values": {"billingMethod": {"T&M": "TIME_AND_MATERIALS"}}}
            """;
    private static final String WON = """
            {"attributes": {"type": "Opportunity"}, "Id": "006000000000001AAA", "AccountId": "001000000000001AAA",
             "Name": "Rollout", "StageName": "Closed Won", "IsWon": true, "IsClosed": true,
             "CloseDate": "2026-03-31", "Amount": 120000.5, "CurrencyIsoCode": "USD"}
            """;

    @Test
    void a_won_record_carries_standard_fields_and_defaults() {
        var deal = won(WON);

        assertThat(deal.id()).isEqualTo("006000000000001AAA");
        assertThat(deal.customerId()).isEqualTo("customer:nw");
        assertThat(deal.amount()).isEqualTo("120000.5000");
        assertThat(deal.currency()).isEqualTo("USD");
        assertThat(deal.closeDate()).hasToString("2026-03-31");
        assertThat(deal.legalEntityId()).isEqualTo("legal-entity:de");
        assertThat(deal.termMonths()).isEqualTo(12);
        assertThat(deal.paymentTermDays()).isZero();
        assertThat(deal.billingMethod()).isNull();
        assertThat(deal.lines()).isEmpty();
    }

    @Test
    void custom_fields_are_translated_and_win_over_defaults() {
        var deal = won(with("\"Legal_Entity__c\": \"legal-entity:us\", \"Billing_Method__c\": \"T&M\","
                + " \"PO_Number__c\": \" PO 7 \", \"Tax_Profile__c\": \"AE\", \"Term__c\": 24.0"));

        assertThat(deal.legalEntityId()).isEqualTo("legal-entity:us");
        assertThat(deal.billingMethod()).isEqualTo("TIME_AND_MATERIALS");
        assertThat(deal.poNumber()).isEqualTo("PO 7");
        assertThat(deal.taxCategory()).isEqualTo("AE");
        assertThat(deal.termMonths()).isEqualTo(24);
    }

    @Test
    void lines_are_read_and_stand_in_for_a_missing_amount() {
        var deal = won(with("\"OpportunityLineItems\": {\"totalSize\": 2, \"done\": true, \"records\": ["
                        + "{\"Product2Id\": \"01t\", \"Quantity\": 10, \"UnitPrice\": 99.95,"
                        + " \"ServiceDate\": \"2026-04-01\"},"
                        + "{\"Description\": \"Workshop\", \"Quantity\": 1.5, \"UnitPrice\": 100,"
                        + " \"TotalPrice\": 120}]}")
                .replace("120000.5", "null"));

        assertThat(deal.amount()).isEqualTo("1119.5000");
        assertThat(deal.lines()).extracting(Opportunity.Line::description).containsExactly("01t", "Workshop");
        assertThat(deal.lines().getFirst().totalPrice()).isEqualTo("999.5000");
        assertThat(deal.lines().getFirst().serviceDate()).hasToString("2026-04-01");
    }

    @Test
    void one_record_a_query_answer_a_tree_export_and_a_list_are_the_same() {
        assertThat(read("{\"totalSize\":1,\"done\":true,\"records\":[" + WON + "]}")
                        .results())
                .isEqualTo(read("{\"records\":[" + WON + "]}").results())
                .isEqualTo(read("[" + WON + "]").results())
                .isEqualTo(read(WON).results())
                .hasSize(1);
    }

    @Test
    void is_won_decides_and_else_the_stage() {
        var open = "{\"Id\":\"006000000000002AAA\",\"Name\":\"A\",\"StageName\":\"Closed Won\",\"IsWon\":false}";
        var lost = "{\"Id\":\"006000000000003AAA\",\"Name\":\"B\",\"StageName\":\"Closed Lost\"}";

        var file = read("[" + open + "," + lost + "," + WON.replace("\"IsWon\": true, \"IsClosed\": true,", "") + "]");

        assertThat(file.results().get(0)).isEqualTo(new NotWon(1, "006000000000002AAA", "A", "Closed Won"));
        assertThat(file.results().get(1)).isEqualTo(new NotWon(2, "006000000000003AAA", "B", "Closed Lost"));
        assertThat(file.results().get(2)).isInstanceOf(Won.class);
        assertThat(file.won() + file.notWon() + file.refused()).isEqualTo(3);
    }

    @Test
    void a_record_without_id_is_known_by_its_reference_or_its_name_and_twice_the_same() {
        var bare = "{\"attributes\":{\"referenceId\":\"Ref1\"},\"Name\":\"A\",\"StageName\":\"Closed Won\","
                + "\"AccountId\":\"001000000000001AAA\",\"CloseDate\":\"2026-03-31\",\"Amount\":1}";
        var byName = MAPPING.replace("\"referenceId\"", "\"name\"");
        var twins = read("[" + bare + "," + bare + "]", byName);

        assertThat(won(bare).id()).isEqualTo("Ref1");
        assertThat(twins.won()).isEqualTo(2);
        assertThat(twins.results())
                .doesNotHaveDuplicates()
                .isEqualTo(read("[" + bare + "," + bare + "]", byName).results());
        assertThat(refused("[" + bare + "," + bare + "]", MAPPING, 1).reason()).contains("same id");
        assertThat(refused(bare, MAPPING.replace("\"referenceId\"", "\"refuse\""), 0)
                        .field())
                .isEqualTo("Id");
    }

    @Test
    void an_id_of_15_characters_is_the_same_deal() {
        assertThat(won(WON.replace("006000000000001AAA", "006000000000001")).dealId())
                .isEqualTo(won(WON).dealId());
        assertThat(won(WON.replace("006000000000001AAA", "0061G00000Ja7B6")).id())
                .isEqualTo("0061G00000Ja7B6QAJ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "120000.5 | -0.01 | Amount | it is negative",
                "120000.5 | \"120000\" | Amount | it is not a number",
                "120000.5 | 1e999999999 | Amount | it is out of range",
                "120000.5 | 1e-99999 | Amount | it is out of range",
                "120000.5 | 1000000000000000 | Amount | it is out of range",
                "120000.5 | 0.00001 | Amount | it has more than four decimals",
                "2026-03-31 | 2026-02-30 | CloseDate | it is no date from 2000 to 2099",
                "2026-03-31 | 1026-03-31 | CloseDate | it is no date from 2000 to 2099",
                "2026-03-31 | 2026-03-31T00:00:00Z | CloseDate | it is no date from 2000 to 2099",
                "\"2026-03-31\" | 20260331 | CloseDate | it is not a text",
                "\"2026-03-31\" | null | CloseDate | it is missing",
                "\"Rollout\" | \" \" | Name | it is missing",
                "\"Rollout\" | [] | Name | it is not a text",
                "\"IsWon\": true | \"IsWon\": \"true\" | IsWon | it is neither true nor false",
                "\"IsClosed\": true | \"IsClosed\": false | IsClosed | the deal is won and not closed",
                "\"IsClosed\": true | \"IsDeleted\": true | IsDeleted | the record is deleted in the CRM",
                "\"USD\" | \"XYZ\" | CurrencyIsoCode | it is no currency of ISO 4217",
                "001000000000001AAA | 001000000000002AAA | AccountId | this account is not mapped",
                "\"001000000000001AAA\" | null | AccountId | it is missing",
                "006000000000001AAA | 006000000000001AAB | Id | it is no Salesforce id of 15 or 18 characters",
                "\"IsClosed\": true | \"Term__c\": 121 | Term__c | it is not a whole number 1..120",
                "\"IsWon\": true | \"Billing_Method__c\": \"Barter\" | Billing_Method__c"
                        + " | this value is not known as billingMethod",
                "\"IsClosed\": true | \"OpportunityLineItems\": [] | OpportunityLineItems | it has no list of records"
            })
    void a_bad_field_refuses_its_record_and_no_other(String good, String bad, String field, String reason) {
        var file = read(
                "[" + WON.replace(good, bad) + "," + WON.replace("006000000000001AAA", "006000000000009AAA") + "]");

        assertThat(file.results().getFirst()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.remedy()).isNotBlank();
        });
        assertThat(file.won()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"UnitPrice\":1} | OpportunityLineItems[1].Quantity",
                "{\"Quantity\":0,\"UnitPrice\":1} | OpportunityLineItems[1].Quantity",
                "{\"Quantity\":1} | OpportunityLineItems[1].TotalPrice",
                "{\"Quantity\":1,\"TotalPrice\":-1} | OpportunityLineItems[1].TotalPrice",
                "{\"Quantity\":1,\"TotalPrice\":1,\"ServiceDate\":\"soon\"} | OpportunityLineItems[1].ServiceDate",
                "7 | OpportunityLineItems[1]"
            })
    void a_bad_line_refuses_its_record_by_path(String line, String field) {
        var json = with("\"OpportunityLineItems\": {\"records\": [" + line + "]}");

        assertThat(refused(json, MAPPING, 0).field()).isEqualTo(field);
    }

    @Test
    void lines_that_are_only_a_page_refuse_the_record() {
        var json =
                with("\"OpportunityLineItems\": {\"totalSize\": 2, \"records\": [{\"Quantity\":1,\"TotalPrice\":1}]}");

        assertThat(refused(json, MAPPING, 0).reason()).isEqualTo("not all lines are here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "7",
                "{\"records\":7}",
                "{\"results\":[]}",
                "{\"done\":false,\"records\":[]}",
                "[",
                "{\"Id\":1,\"Id\":2}"
            })
    void a_file_of_another_shape_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(FileRefused.class);
    }

    @Test
    void damaged_files_are_read_or_refused() {
        var random = new Random(42);
        var pieces =
                new String[] {"null", "\"", "{", "}", "[", "]", ",", "-1", "1e99999999", "true", "\u0000", "é", ""};
        var mapping = mapping(MAPPING);
        int read = 0;
        for (int round = 0; round < 1_000; round++) {
            var text = new StringBuilder(WON);
            var from = random.nextInt(text.length());
            text.replace(
                    from, Math.min(text.length(), from + random.nextInt(8)), pieces[random.nextInt(pieces.length)]);
            try {
                var in = new ByteArrayInputStream(text.toString().getBytes(UTF_8));
                read += OpportunityReader.read(in, mapping).results().size();
            } catch (FileRefused refused) {
                assertThat(refused.remedy()).isNotBlank();
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"acounts\":{}} | mapping.acounts",
                "{\"accounts\":{\"1\":\"nw\"}} | mapping.accounts.1",
                "{\"missingId\":\"guess\"} | mapping.missingId",
                "{\"wonStages\":\"Closed Won\"} | mapping.wonStages",
                "{\"defaults\":{\"currency\":\"EURO\"}} | mapping.defaults.currency",
                "{\"defaults\":{\"billingMethod\":\"BARTER\"}} | mapping.defaults.billingMethod",
                "{\"defaults\":{\"termMonths\":0}} | mapping.defaults.termMonths",
                "{\"defaults\":{\"customer\":\"customer:x\"}} | mapping.defaults.customer",
                "{\"fields\":{\"poNumber\":\"PO Number\"}} | mapping.fields.poNumber",
                "{\"values\":{\"taxCategory\":{\"full\":\"STANDARD\"}}} | mapping.values.taxCategory.full"
            })
    void a_wrong_mapping_is_refused_by_key(String json, String field) {
        assertThatThrownBy(() -> mapping(json))
                .isInstanceOfSatisfying(FileRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }

    private static String with(String more) {
        return WON.replace("\"IsClosed\": true", "\"IsClosed\": true, " + more);
    }

    private static OpportunityMapping mapping(String json) {
        return OpportunityMapping.of(RawFile.read(new ByteArrayInputStream(json.getBytes(UTF_8))));
    }

    private static OpportunityFile read(String json) {
        return read(json, MAPPING);
    }

    private static OpportunityFile read(String json, String mapping) {
        return OpportunityReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)), mapping(mapping));
    }

    private static Opportunity won(String json) {
        return ((Won) read(json).results().getFirst()).opportunity();
    }

    private static Refused refused(String json, String mapping, int at) {
        return (Refused) read(json, mapping).results().get(at);
    }
}
