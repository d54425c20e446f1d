package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 10: three thirds of an hour, each rounded or summed up first and shared out. */
@ExtendWith(CaseStack.class)
class Case10ThirdsOfAnHourTest {

    @Test
    void per_entry(Firm firm) {
        var nets = billed(firm, "PER_ENTRY");

        assertThat(nets).containsExactlyInAnyOrderEntriesOf(Map.of("t1", "44.44", "t2", "44.44", "t3", "44.44"));
    }

    @Test
    void per_line(Firm firm) {
        var nets = billed(firm, "PER_LINE");

        assertThat(nets.values()).containsExactlyInAnyOrder("44.45", "44.44", "44.44");
    }

    /** Net of each entry on the one draft. */
    private static Map<String, String> billed(Firm firm, String rounding) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .cost("ana", "50.00", "EUR")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        of("rounding", rounding),
                        List.of(line(1, "TIME_AND_MATERIALS")))
                .rate("standard", "legal-entity:" + firm.id("firm"), "133.33", "EUR", "2025-01-01");
        for (int i = 0; i < 3; i++) {
            firm.approvedTime("ana", "work", "2026-03-10", 1_200);
        }
        var draft = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        var nets = new HashMap<String, String>();
        firm.get("/v1/invoices/" + draft).path("lines").forEach(line -> {
            var source = line.path("sourceId").asString();
            nets.put(
                    source.substring(source.lastIndexOf('.') + 1),
                    amount(line.path("net")).setScale(2).toPlainString());
        });
        return nets;
    }
}
