package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The books of the ERP, where somebody closes and opens a firm's periods, into a closed one of which it takes no document, and sees
 * what customers owe.
 */
public record ErpBooks(CaseStack.Stack stack, Firm firm) {

    public void close(String month) {
        set(month, true);
    }

    public void open(String month) {
        set(month, false);
    }

    private void set(String month, boolean closed) {
        var _ = asked(request("/periods/" + firm.id("firm") + "/" + month)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"closed\":" + closed + "}")));
    }

    /**
     * What a customer owes the firm by the ERP's ledger, with two decimals.
     *
     * @param customer name within the case; null: money that is nobody's
     */
    public String owes(@Nullable String customer) {
        var whose = customer == null ? "" : "customer:" + firm.id(customer);
        return JsonMapper.shared()
                .readTree(asked(request("/ledger").GET()))
                .path("accounts")
                .valueStream()
                .filter(account -> account.path("company").asString().equals(firm.id("firm")))
                .filter(account -> account.path("customerRef").asString("").equals(whose))
                .map(account -> new BigDecimal(account.path("balance").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2)
                .toPlainString();
    }

    private HttpRequest.Builder request(String path) {
        var data = new DataFolder(stack.data());
        return HttpRequest.newBuilder(
                        URI.create(Addresses.read(data).orElseThrow().erp() + path))
                .header("Authorization", "Bearer " + new Secrets(data).read(Secrets.ERP_TOKEN));
    }

    private static String asked(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
