package io.fairlead.story;

import io.fairlead.gateway.document.FacturXRules;
import io.fairlead.gateway.document.PeppolRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at issued documents one by one: as UBL each passes Peppol's rules or is refused by its code, as Factur-X
 * those of Factur-X and PDF/A-3b or is refused by its code, and the paper is PDF/A-3b anyway. Counts what came of
 * each.
 */
final class DocumentCensus {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String application;
    private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** @param application its address, {@code http://host:port} */
    DocumentCensus(String application) {
        this.application = application;
    }

    /** @param path of a document, such as {@code /v1/invoices/<id>} */
    void look(String path) {
        var _ = isReady("UBL", path + "/ubl", PeppolRules::findings);
        if (!isReady("Factur-X", path + "/facturx", FacturXRules::findings)) {
            var _ = isReady("PDF", path + "/pdf", FacturXRules::archiveFindings);
        }
    }

    private boolean isReady(String form, String path, Function<byte[], List<String>> rules) {
        var answer = fetch(path);
        boolean isThere = answer.statusCode() == 200;
        var outcome = isThere ? "pass" : code(answer);
        outcomes.computeIfAbsent(form, _ -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
        if (isThere) {
            rules.apply(answer.body()).forEach(finding -> faults.add(path + ": " + finding));
        }
        return isThere;
    }

    private HttpResponse<byte[]> fetch(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(application + path)).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(path, e);
        }
    }

    private static String code(HttpResponse<byte[]> refused) {
        return JsonMapper.shared().readTree(refused.body()).path("code").asString("no code");
    }

    /** What is wrong with a document that was not refused, or with a paper. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many documents passed as {@code pass}, and how many were refused by which code. */
    Map<String, Integer> outcomes(String form) {
        return new TreeMap<>(outcomes.getOrDefault(form, Map.of()));
    }

    int looked(String form) {
        return outcomes(form).values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        return outcomes.toString();
    }
}
