package io.fairlead.testing;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.fairlead.gateway.document.FacturXRules;
import io.fairlead.gateway.document.PeppolRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks at issued documents one by one: as UBL each passes Peppol's rules or is refused by its code, as Factur-X
 * those of Factur-X and PDF/A-3b or is refused by its code, and the paper is PDF/A-3b anyway. Counts what came of
 * each.
 *
 * <p>With {@code -Dcensus.folder=FOLDER} the Factur-X files are kept there, for other judges than the build has.
 */
public final class DocumentCensus {

    private static final int PAGE = 500;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String application;
    private final @Nullable String folder = System.getProperty("census.folder");
    private final Set<String> looked = new HashSet<>();
    private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long nanos;

    /** @param application its address, {@code http://host:port} */
    public DocumentCensus(String application) {
        this.application = application;
    }

    /** Looks at every issued invoice and credit note at which it has not looked yet; what is wrong with these alone. */
    public synchronized List<String> look() {
        var start = System.nanoTime();
        var known = faults.size();
        issued("/v1/invoices", "invoiceId").filter(looked::add).forEach(this::look);
        issued("/v1/credit-notes", "creditNoteId").filter(looked::add).forEach(this::look);
        nanos += System.nanoTime() - start;
        return List.copyOf(faults.subList(known, faults.size()));
    }

    private void look(String path) {
        var _ = isReady("UBL", path + "/ubl", PeppolRules::findings);
        if (!isReady("Factur-X", path + "/facturx", FacturXRules::findings)) {
            var _ = isReady("PDF", path + "/pdf", FacturXRules::archiveFindings);
        }
    }

    private Stream<String> issued(String list, String id) {
        var documents = new ArrayList<String>();
        var next = "";
        do {
            var path = list + "?limit=" + PAGE + (next.isEmpty() ? "" : "&cursor=" + encode(next, UTF_8));
            var answer = fetch(path);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + code(answer));
            }
            var page = JsonMapper.shared().readTree(answer.body());
            page.path("items")
                    .valueStream()
                    .filter(document -> !document.path("number").asString("").isEmpty())
                    .forEach(document ->
                            documents.add(list + "/" + document.path(id).asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return documents.stream();
    }

    private boolean isReady(String form, String path, Function<byte[], List<String>> rules) {
        var answer = fetch(path);
        boolean isThere = answer.statusCode() == 200;
        var code = isThere ? "" : code(answer);
        var wrong = isThere ? findings(answer.body(), rules) : surprise(code);
        var outcome = !isThere ? code : wrong.isEmpty() ? "pass" : "faulty";
        outcomes.computeIfAbsent(form, _ -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
        wrong.forEach(finding -> faults.add(path + ": " + finding));
        if (isThere) {
            keep(form, path, answer.body());
        }
        return isThere;
    }

    /** A document that cannot be written says what it lacks; any other refusal is none of a document. */
    private static List<String> surprise(String code) {
        return code.startsWith("UBL_") ? List.of() : List.of("refused by " + code);
    }

    private static List<String> findings(byte[] document, Function<byte[], List<String>> rules) {
        try {
            return rules.apply(document);
        } catch (IllegalArgumentException broken) {
            return List.of(String.valueOf(broken.getMessage()));
        }
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

    private void keep(String form, String path, byte[] document) {
        if (folder != null && form.equals("Factur-X")) {
            try {
                var name = path.replaceAll("[^A-Za-z0-9-]+", "_") + ".pdf";
                Files.write(Files.createDirectories(Path.of(folder)).resolve(name), document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String code(HttpResponse<byte[]> refused) {
        return JsonMapper.shared().readTree(refused.body()).path("code").asString("no code");
    }

    /** How many documents passed as {@code pass}, and how many were refused by which code. */
    public synchronized Map<String, Integer> outcomes(String form) {
        return new TreeMap<>(outcomes.getOrDefault(form, Map.of()));
    }

    /** How many documents were looked at. */
    public synchronized int looked() {
        return looked.size();
    }

    @Override
    public synchronized String toString() {
        return looked.size() + " documents in " + Duration.ofNanos(nanos).toMillis() + " ms: " + outcomes;
    }
}
