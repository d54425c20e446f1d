package io.fairlead.app.verify.invariant;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the sandbox ERP for everything posted in its own ledger. */
public final class ErpLedger {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final String token;

    /**
     * @param base address of the ERP
     * @param token what it takes as proof of who we are; empty where it asks for none
     */
    public ErpLedger(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public List<ErpDocument> documents() {
        var documents = new ArrayList<ErpDocument>();
        read().path("documents").forEach(node -> documents.add(document(node)));
        return documents;
    }

    /** What each debtor owes by its books. */
    public List<ErpAccountsAgree.ErpAccount> accounts() {
        var told = read().path("accounts");
        if (!told.isArray()) {
            throw new IllegalStateException("the ERP tells no accounts in its ledger");
        }
        return told.valueStream()
                .map(node -> new ErpAccountsAgree.ErpAccount(
                        node.path("customerRef").asString(""),
                        node.path("company").asString(""),
                        node.path("currency").asString(""),
                        amount(node.path("balance"))))
                .toList();
    }

    private JsonNode read() {
        var request = HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + "/ledger"))
                .timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "the ERP answered " + answer.statusCode() + " when asked for its ledger");
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the ERP does not answer at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the ERP was asked", e);
        }
    }

    private static ErpDocument document(JsonNode node) {
        return new ErpDocument(
                node.path("externalRef").asString(""),
                node.path("documentNumber").asString(""),
                node.path("number").asString(""),
                node.path("company").asString(""),
                node.path("customerRef").asString(""),
                node.path("currency").asString(""),
                node.path("issueDate").asString(""),
                node.path("accountingDate").asString(""),
                node.path("dueDate").asString(""),
                node.path("creditsRef").asString(""),
                amount(node.path("net")),
                amount(node.path("tax")),
                amount(node.path("gross")),
                amount(node.path("rounding")));
    }

    private static BigDecimal amount(JsonNode node) {
        return new BigDecimal(node.asString("0"));
    }
}
