package io.fairlead.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sample firm's rate cards on all levels of R1 as requests: dated changes, a daily rate and an explicit 0 among them. */
final class FirmRates {

    private static final String SALES = "pricing";
    private static final Map<String, Integer> STANDARD = new LinkedHashMap<>();

    static {
        STANDARD.put("partner", 290);
        STANDARD.put("lead", 215);
        STANDARD.put("senior-consultant", 178);
        STANDARD.put("consultant", 142);
        STANDARD.put("analyst", 108);
    }

    private final SampleFirm firm;

    FirmRates(SampleFirm firm) {
        this.firm = firm;
    }

    static String standardCard(Company company) {
        return "standard-" + company.code();
    }

    static String customerCard(Buyer buyer) {
        return "card-" + buyer.code();
    }

    /** Whether an explicit price of 0 is agreed for a role. */
    static boolean isFree(Engagement one, String role) {
        return one.billsTime() && one.place() % 9 == 5 && role.equals("analyst");
    }

    /** One row of a card. */
    private record Row(
            String card,
            String id,
            String owner,
            @Nullable Integer lineNo,
            @Nullable String person,
            @Nullable String role,
            BigDecimal rate,
            String currency,
            String unit,
            String from,
            String reason) {

        Request request() {
            return new Request(
                    SALES,
                    "/v1/rate-cards/" + card + "/rates",
                    "rate/" + card + "/" + id,
                    RequestFields.of(
                            "id", id,
                            "owner", owner,
                            "lineNo", lineNo,
                            "person", person,
                            "role", role,
                            "rate", rate.toPlainString(),
                            "currency", currency,
                            "unit", unit,
                            "from", from,
                            "reason", reason));
        }
    }

    List<Request> all() {
        var rows = new ArrayList<Row>();
        Company.ALL.forEach(company -> standard(rows, company));
        for (var buyer : firm.buyers()) {
            if (isSpecial(buyer)) {
                customer(rows, buyer);
            }
        }
        firm.engagements().stream().filter(Engagement::billsTime).forEach(one -> engagement(rows, one));
        return rows.stream().map(Row::request).toList();
    }

    private static boolean isSpecial(Buyer buyer) {
        return buyer.code().charAt(buyer.code().length() - 1) % 3 == 0;
    }

    private static void standard(List<Row> rows, Company company) {
        var currencies = company.country().equals("GB") ? List.of("GBP", "EUR") : List.of(company.currency());
        for (var currency : currencies) {
            STANDARD.forEach((role, rate) -> {
                var price = BigDecimal.valueOf((long) rate * company.level(), 2);
                rows.add(standardRow(company, role, currency, price, "2025-01-01", "price list 2025"));
                var raised = price.multiply(new BigDecimal("1.04")).setScale(2, RoundingMode.HALF_UP);
                rows.add(standardRow(company, role, currency, raised, "2026-04-01", "price list of April 2026"));
            });
        }
    }

    private static Row standardRow(
            Company company, String role, String currency, BigDecimal rate, String from, String reason) {
        return new Row(
                standardCard(company),
                role + "-" + currency + "-" + from,
                "legal-entity:" + company.code(),
                null,
                null,
                role,
                rate,
                currency,
                "HOUR",
                from,
                reason);
    }

    private static void customer(List<Row> rows, Buyer buyer) {
        for (var role : List.of("senior-consultant", "consultant")) {
            var listed = BigDecimal.valueOf(
                    (long) STANDARD.getOrDefault(role, 0) * buyer.company().level(), 2);
            rows.add(new Row(
                    customerCard(buyer),
                    role,
                    "customer:" + buyer.code(),
                    null,
                    null,
                    role,
                    listed.multiply(new BigDecimal("0.92")).setScale(2, RoundingMode.HALF_UP),
                    buyer.company().currency(),
                    "HOUR",
                    "2025-01-01",
                    "frame contract"));
        }
    }

    private void engagement(List<Row> rows, Engagement one) {
        var level = one.company().level();
        if (one.place() % 4 == 1) {
            rows.add(onProject(one, "lead", null, "lead", BigDecimal.valueOf(231L * level, 2)));
            var key = one.team().getFirst();
            rows.add(onProject(one, "key-person", key.code(), null, BigDecimal.valueOf(251L * level, 2)));
        }
        if (one.place() % 6 == 2) {
            rows.add(onLine(one, "consultant", null, "consultant", BigDecimal.valueOf(1_110L * level, 2), "DAY"));
        }
        if (isFree(one, "analyst")) {
            rows.add(onLine(one, "analyst-free", null, "analyst", BigDecimal.ZERO.setScale(2), "HOUR"));
        }
        for (var person : one.team()) {
            if (person.role().equals(Consultant.RESEARCHER) && one != firm.withoutRate()) {
                rows.add(onLine(one, "research", person.code(), null, new BigDecimal("233.33"), "HOUR"));
            }
        }
    }

    private static Row onProject(
            Engagement one, String id, @Nullable String person, @Nullable String role, BigDecimal rate) {
        return new Row(
                "project-" + one.key(),
                id,
                one.project(),
                null,
                person,
                role,
                rate,
                one.currency(),
                "HOUR",
                one.won().toString(),
                "agreed for the project");
    }

    private static Row onLine(
            Engagement one, String id, @Nullable String person, @Nullable String role, BigDecimal rate, String unit) {
        return new Row(
                "line-" + one.key(),
                id,
                one.contract(),
                1,
                person,
                role,
                rate,
                one.currency(),
                unit,
                one.won().toString(),
                "as the contract says");
    }
}
