package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cli.Api;
import io.fairlead.cli.CommandFailed;
import io.fairlead.gateway.document.FacturXRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a case speaks to the stack: over HTTP, as somebody, about ids of its own. Part of {@link Firm}. */
public class FirmApi {

    private final Api api;
    private final String key;
    private final List<Sent> sent = new ArrayList<>();

    public FirmApi(Api api, String key) {
        this.api = api;
        // Ids have at most 64 characters, the case's own part included.
        this.key = key.length() <= 36 ? key : key.substring(0, 27) + "-" + Integer.toHexString(key.hashCode());
    }

    /** A command that was accepted. */
    public record Sent(String path, Map<String, Object> body) {}

    /** All commands that were accepted so far, in their order. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** An id of this firm. */
    public String id(String name) {
        return key + "." + name;
    }

    /** Names and values in turn; null values are left out. */
    public static Map<String, Object> of(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                fields.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return fields;
    }

    /** Everything that follows from what was sent has happened: views, processes, topics and deliveries stand at the head. */
    public void settled() {
        var seen = api.get("/v1/verification?checks=I9").body();
        assertThat(seen.path("lagging")).as(seen.toString()).isEmpty();
    }

    /** Place of the last event in the log, once everything followed from it. */
    public long position() {
        settled();
        return api.get("/v1/verification?checks=I9")
                .body()
                .path("counts")
                .path("events")
                .asLong();
    }

    public JsonNode get(String path) {
        return api.get(path).body();
    }

    /** Every row of a list, all pages of it: many firms share what a stack holds. */
    public List<JsonNode> rows(String path) {
        var rows = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = get(path + (next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            page.path("items").forEach(rows::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return rows;
    }

    @CanIgnoreReturnValue
    public JsonNode post(String path, Map<String, Object> body) {
        return as("admin", path, body);
    }

    @CanIgnoreReturnValue
    public JsonNode as(String actor, String path, Map<String, Object> body) {
        var answer = api.as(actor).post(path, body).body();
        sent.add(new Sent(path, body));
        return answer;
    }

    /** Code of the rule that refuses a command. */
    public String refusal(String actor, String path, Map<String, Object> body) {
        try {
            as(actor, path, body);
        } catch (CommandFailed refused) {
            return String.valueOf(refused.problem().get("code"));
        }
        return "none";
    }

    /** The same of a dry run; accepted when the command would be. */
    public String dryRun(String actor, String path, Map<String, Object> body) {
        try {
            var _ = api.as(actor).rehearse(path, body);
        } catch (CommandFailed refused) {
            return String.valueOf(refused.problem().get("code"));
        }
        return "accepted";
    }

    /** The problem with which a command is refused; empty when it is accepted. */
    public Map<String, Object> refused(String actor, String path, Map<String, Object> body) {
        try {
            as(actor, path, body);
        } catch (CommandFailed refused) {
            return refused.problem();
        }
        return Map.of();
    }

    /** A column of what the contract {@code work} lists there: of its {@code funding}, or of what is {@code over-limit}. */
    public List<String> amounts(String list, String column) {
        return get("/v1/contracts/" + id("work") + "/" + list)
                .path("items")
                .valueStream()
                .map(item -> amount(item.path(column)).setScale(2).toPlainString())
                .toList();
    }

    /** Money at stake of the open work items of the code about the contract {@code work}. */
    public List<String> openItems(String code) {
        return open(code)
                .map(item -> amount(item.path("amount")).setScale(2).toPlainString())
                .toList();
    }

    /** What the open work items of the code about the contract {@code work} are about. */
    public List<String> openSubjects(String code) {
        return open(code).map(item -> item.path("subjectId").asString()).toList();
    }

    private Stream<JsonNode> open(String code) {
        return rows("/v1/exceptions?status=open&limit=500&code=" + code).stream()
                .filter(item -> item.path("subjectId").asString().startsWith("contract:" + id("work") + "/"));
    }

    /** A rate of a category from a day on, to before another; null means open. */
    public void taxRate(String category, String rate, String from, @Nullable String to) {
        post(
                "/v1/tax-rates",
                of(
                        "legalEntity",
                        id("firm"),
                        "category",
                        category,
                        "rate",
                        rate,
                        "from",
                        from,
                        "to",
                        to,
                        "source",
                        "law"));
    }

    /** Seller and buyer have all that an e-invoice between German parties needs, but the buyer's reference. */
    public void sendsElectronically() {
        var details = of(
                "address",
                of("street", "Speicherstr. 8", "city", "Hamburg", "postalCode", "20457"),
                "iban",
                "DE02120300000000202051",
                "contact",
                of("name", "Receivables", "phone", "+49 40 5550100", "email", "billing@firm.example"));
        details.put("endpoint", null); // It follows from the tax id.
        details.put("registration", null);
        post("/v1/legal-entities/" + id("firm") + "/details", details);
        var endpoint = of("endpoint", of("scheme", "9930", "id", "DE987654321"));
        endpoint.put("registration", null);
        post("/v1/customers/" + id("buyer") + "/endpoint", endpoint);
    }

    /** What became of the rows of a time export, taken in as somebody; {@code query} as in the path. */
    public JsonNode imported(String actor, String query, String mapping, String csv) {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("mapping", mapping.getBytes(StandardCharsets.UTF_8));
        files.put("file", csv.getBytes(StandardCharsets.UTF_8));
        return api.as(actor).upload("/v1/imports/time?" + query, files).body();
    }

    /** What became of the rows of a CSV that goes to a path of imports, taken in as somebody. */
    public JsonNode taken(String actor, String path, String csv) {
        return api.as(actor)
                .upload(path, Map.of("file", csv.getBytes(StandardCharsets.UTF_8)))
                .body();
    }

    /** Code with which a CSV is refused as a whole; "none" when it is taken. */
    public String refusedFile(String path, String csv) {
        try {
            var _ = taken("admin", path, csv);
        } catch (CommandFailed refused) {
            return String.valueOf(refused.problem().get("code"));
        }
        return "none";
    }

    /** A document as it is downloaded. */
    public byte[] download(String path) {
        var answer = answer(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        if (path.endsWith("/ubl")) { // What can be sent so is fit for the other standard too.
            assertThat(FacturXRules.findings(download(path.replace("/ubl", "/facturx"))))
                    .isEmpty();
        }
        return answer.body();
    }

    /** Why a document cannot be downloaded, the problem as it is told. */
    public String refusedDownload(String path) {
        var answer = answer(path);
        assertThat(answer.statusCode()).as(path).isGreaterThanOrEqualTo(400);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> answer(String path) {
        var request = HttpRequest.newBuilder(URI.create(api.base() + path)).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Every cent of the documents is explained, and invoices and what follows from them are verified without a difference. */
    public void provedRight(String... documents) {
        for (var id : documents) {
            assertThat(get("/v1/explanations/" + id).path("differences")).as(id).isEmpty();
        }
        for (var check : get("/v1/verification?checks=I4,I9,I12,I15").path("checks")) {
            assertThat(check.path("failed").asLong()).as(check.toString()).isZero();
            assertThat(check.path("examples")).as(check.toString()).isEmpty();
        }
    }

    /** Rows of tax of an invoice or credit note: code, percent, base, tax and, where the code has several rows, their days. */
    public static List<String> taxes(JsonNode document) {
        return document.path("taxes")
                .valueStream()
                .map(row -> row.path("code").asString() + " "
                        + amount(row.path("rate"))
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + " % of "
                        + amount(row.path("base")).setScale(2).toPlainString() + " = "
                        + amount(row.path("tax")).setScale(2).toPlainString()
                        + (row.path("days").isEmpty()
                                ? ""
                                : row.path("days")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .collect(Collectors.joining(", ", " on ", ""))))
                .toList();
    }

    /** An amount as the API tells it. */
    public static BigDecimal amount(JsonNode told) {
        return new BigDecimal(told.asString());
    }

    /** What all ids of this firm begin with. */
    public final String key() {
        return key;
    }
}
