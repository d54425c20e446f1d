package io.fairlead.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.launch.RunFile;
import io.fairlead.launch.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Faults in the books of the sandbox ERP, which is started again on them; closing gives it the books that it had. */
final class PlantedLedger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PART = "sandbox";

    private final DemoStack stack;
    private final Path file;
    private final List<String> before;
    private final List<ObjectNode> entries = new ArrayList<>();
    private final List<JsonNode> documents = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    PlantedLedger(DemoStack stack) throws Exception {
        this.stack = stack;
        try (var files = Files.walk(stack.data().root())) {
            this.file = files.filter(each -> each.endsWith("journal.jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
        this.before = Files.readAllLines(file);
        for (var line : before) {
            entries.add((ObjectNode) JsonMapper.shared().readTree(line));
        }
        ledger().path("documents").forEach(documents::add);
    }

    /** A posted document that nothing was done to; returns its reference. */
    private JsonNode next(BiPredicate<String, JsonNode> wanted) {
        for (var document : documents) {
            var reference = document.path("externalRef").asString();
            if (wanted.test(reference, document) && taken.add(reference)) {
                return document;
            }
        }
        throw new IllegalStateException("there are too few documents");
    }

    /** Another value of an invoice's field in every entry about it; returns its reference. */
    String draft(String field, String value) {
        var document = next((reference, _) -> reference.startsWith("invoice:"));
        change(document, invoice -> invoice.put(field, value), posting -> {});
        return document.path("externalRef").asString();
    }

    /** Another value of what posting added. */
    String posting(String field, String value) {
        var document = next((reference, _) -> reference.startsWith("invoice:"));
        change(document, invoice -> {}, posting -> posting.put(field, value));
        return document.path("externalRef").asString();
    }

    /** A credit note that credits another invoice. */
    String credit() {
        var document = next((_, each) -> !each.path("creditsRef").asString("").isEmpty());
        var other = next((reference, _) -> reference.startsWith("invoice:"));
        change(
                document,
                note -> note.put("creditsRef", other.path("externalRef").asString()),
                posting -> {});
        return document.path("externalRef").asString();
    }

    String missing() {
        var document = next((reference, each) ->
                reference.startsWith("invoice:") && each.path("paid").asString().matches("0(\\.0+)?"));
        entries.removeIf(entry ->
                isAbout(entry, document) && entry.path("type").asString().equals("InvoicePosted"));
        return document.path("externalRef").asString();
    }

    /** The same document under an id of its own, with its reference or another. */
    String again(String reference) {
        var document = next((known, _) -> known.startsWith("invoice:"));
        var copies = new ArrayList<ObjectNode>();
        var id = "INV-9" + copies.size() + taken.size();
        for (var entry : entries) {
            if (isAbout(entry, document)) {
                var copy = entry.deepCopy();
                if (copy.path("body").path("invoice") instanceof ObjectNode invoice) {
                    invoice.put("id", id);
                    if (!reference.isEmpty()) {
                        invoice.put("externalRef", reference);
                    }
                } else {
                    ((ObjectNode) copy.path("body")).put("id", id);
                }
                copies.add(copy);
            }
        }
        entries.addAll(copies);
        return reference.isEmpty() ? document.path("externalRef").asString() : reference;
    }

    private void change(JsonNode document, Consumer<ObjectNode> invoice, Consumer<ObjectNode> posting) {
        for (var entry : entries) {
            if (isAbout(entry, document)) {
                if (entry.path("body").path("invoice") instanceof ObjectNode node) {
                    invoice.accept(node);
                } else if (entry.path("body").path("posting") instanceof ObjectNode node) {
                    posting.accept(node);
                }
            }
        }
    }

    private static boolean isAbout(JsonNode entry, JsonNode document) {
        var body = entry.path("body");
        var id = document.path("id").asString();
        return switch (entry.path("type").asString()) {
            case "InvoiceDrafted" -> body.path("invoice").path("id").asString().equals(id);
            case "InvoicePosted" -> body.path("id").asString().equals(id);
            default -> false;
        };
    }

    /** A fault of each kind, each in another document. */
    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        for (var field : List.of("net", "tax", "gross")) {
            faults.add(new Fault(field, "I8", draft(field, "1.2300"), "another " + field));
        }
        faults.add(new Fault("rounding", "I8", draft("rounding", "0.0300"), "another rounding"));
        faults.add(new Fault("currency", "I8", draft("currency", "JPY"), "another currency"));
        faults.add(new Fault("company", "I8", draft("company", "planted"), "another company"));
        faults.add(new Fault("customer", "I8", draft("customerRef", "customer:planted"), "another customer"));
        faults.add(new Fault("credited invoice", "I8", credit(), "another credited invoice"));
        faults.add(new Fault("number", "I8", posting("number", "PLANTED"), "another number"));
        faults.add(new Fault("issue date", "I8", posting("issueDate", "2020-01-01"), "another issue date"));
        faults.add(new Fault("due date", "I8", posting("dueDate", "2020-01-01"), "another due date"));
        faults.add(
                new Fault("accounting date", "I8", posting("accountingDate", "2020-01-01"), "another accounting date"));
        faults.add(new Fault("document number", "I8", posting("documentNumber", "P-1"), "another document number"));
        faults.add(new Fault("document missing", "I8", missing(), "is issued but not in the ERP"));
        faults.add(new Fault("document doubled", "I8", again(""), "is in the ERP twice"));
        faults.add(new Fault("document of nobody", "I8", again("invoice:planted"), "was never issued"));
        return faults;
    }

    void plant() throws Exception {
        restart(entries.stream().map(ObjectNode::toString).toList());
    }

    private void restart(List<String> lines) throws Exception {
        var process = RunFile.read(stack.data(), PART).flatMap(RunFile::process).orElseThrow();
        var other = Files.writeString(file.resolveSibling("planted"), String.join("\n", lines) + "\n");
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        process.destroyForcibly();
        process.onExit().join();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (RunFile.read(stack.data(), PART).flatMap(RunFile::process).isEmpty() || !answers()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean answers() {
        try {
            return ledger().has("documents");
        } catch (Exception notYet) {
            return false;
        }
    }

    private JsonNode ledger() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(stack.addresses().erp() + "/ledger"))
                .header("Authorization", "Bearer " + new Secrets(stack.data()).read(Secrets.ERP_TOKEN))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }

    @Override
    public void close() throws Exception {
        restart(before);
    }
}
