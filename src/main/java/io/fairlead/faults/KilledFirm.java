package io.fairlead.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A firm for one round of commands, as the files that its users import: two people who work a month for a few customers.
 *
 * @param key prefix of its ids, at most 8 of a-z and 0-9
 * @param contracts as many customers, contracts and projects
 * @param days on which each person writes an entry for each project
 */
record KilledFirm(String key, int contracts, int days) {

    private static final List<String> PEOPLE = List.of("amy", "bob");
    private static final LocalDate FIRST = LocalDate.parse("2026-05-01");

    /** Items that {@code import setup} counts. */
    int items() {
        return 3 + PEOPLE.size() * 2 + contracts * 4;
    }

    int entries() {
        return contracts * days * PEOPLE.size();
    }

    /** Writes setup, mapping and export. */
    void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("setup.json"), JsonMapper.shared().writeValueAsBytes(setup()));
        Files.write(folder.resolve("mapping.json"), JsonMapper.shared().writeValueAsBytes(mapping()));
        Files.write(folder.resolve("time.csv"), export());
    }

    private Map<String, Object> setup() {
        var setup = new LinkedHashMap<String, Object>();
        setup.put(
                "legalEntities",
                List.of(Map.of(
                        "id",
                        key,
                        "name",
                        "Firm " + key,
                        "country",
                        "DE",
                        "currency",
                        "EUR",
                        "sellerTaxId",
                        "DE123456789",
                        "zone",
                        "Europe/Berlin",
                        "invoiceSeries",
                        key.toUpperCase(java.util.Locale.ROOT),
                        "standardRateCard",
                        key)));
        setup.put(
                "taxRates",
                List.of(of(
                        "legalEntity", key, "category", "S", "rate", "0.19", "from", "2026-01-01", "source", "law")));
        setup.put("customers", each(this::customer));
        setup.put("people", PEOPLE.stream().map(this::person).toList());
        setup.put("rateCards", List.of(Map.of("id", key, "rates", List.of(rate()))));
        setup.put("contracts", each(this::contract));
        setup.put("projects", each(this::project));
        return setup;
    }

    private Map<String, Object> customer(String id) {
        return of(
                "id",
                id,
                "name",
                "Customer " + id,
                "country",
                "DE",
                "currency",
                "EUR",
                "taxCategory",
                "S",
                "address",
                Map.of("street", "Kai 1", "city", "Bremen", "postalCode", "28195"));
    }

    private Map<String, Object> person(String name) {
        var cost = of("id", "2026", "from", "2026-01-01", "rate", "50.00", "currency", "EUR", "reason", "start");
        return of(
                "id",
                key + "-" + name,
                "legalEntity",
                key,
                "name",
                name,
                "role",
                "engineer",
                "employment",
                "EMPLOYEE",
                "startDate",
                "2026-01-01",
                "costRates",
                List.of(cost));
    }

    private Map<String, Object> rate() {
        return of(
                "id",
                "all",
                "owner",
                "legal-entity:" + key,
                "rate",
                "100.00",
                "currency",
                "EUR",
                "from",
                "2026-01-01",
                "reason",
                "list");
    }

    private Map<String, Object> contract(String id) {
        var line = of("lineNo", 1, "description", "Work", "method", "TIME_AND_MATERIALS", "taxCategory", "S");
        return of(
                "id",
                id,
                "legalEntity",
                key,
                "customer",
                id,
                "name",
                "Contract " + id,
                "currency",
                "EUR",
                "signedOn",
                "2026-01-01",
                "termFrom",
                "2026-01-01",
                "rateCard",
                key,
                "lines",
                List.of(line));
    }

    private Map<String, Object> project(String id) {
        return of(
                "id",
                id,
                "contract",
                id,
                "name",
                "Project " + id,
                "openedOn",
                "2026-01-01",
                "tasks",
                List.of(Map.of("id", "general", "name", "General")));
    }

    private Map<String, Object> mapping() {
        var persons = new LinkedHashMap<String, Object>();
        PEOPLE.forEach(name -> persons.put(name, "person:" + key + "-" + name));
        var projects = new LinkedHashMap<String, Object>();
        var clients = new LinkedHashMap<String, Object>();
        ids().forEach(id -> {
            projects.put("Customer " + id + " / " + id, "project:" + id);
            clients.put("Customer " + id, "customer:" + id);
        });
        return of(
                "profile",
                "toggl",
                "zone",
                "Europe/Berlin",
                "billable",
                "file",
                "persons",
                persons,
                "projects",
                projects,
                "clients",
                clients,
                "tasks",
                Map.of("*", "general"));
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(
                "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags");
        for (var day = 0; day < days; day++) {
            var hour = 8;
            for (var id : ids()) {
                var start = "%s,%02d:00:00".formatted(FIRST.plusDays(day), hour);
                var end = "%s,%02d:30:00".formatted(FIRST.plusDays(day), hour);
                for (var name : PEOPLE) {
                    lines.add("%s,,Customer %s,%s,,Work,Yes,%s,%s,00:30:00,".formatted(name, id, id, start, end));
                }
                hour++;
            }
        }
        return lines;
    }

    private byte[] export() {
        return (String.join("\n", lines()) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> ids() {
        return IntStream.rangeClosed(1, contracts)
                .mapToObj(number -> key + "-" + number)
                .toList();
    }

    private List<Map<String, Object>> each(java.util.function.Function<String, Map<String, Object>> made) {
        return ids().stream().map(made).toList();
    }

    private static Map<String, Object> of(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }
}
