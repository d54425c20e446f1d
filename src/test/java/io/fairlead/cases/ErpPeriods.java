package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The books of the ERP, where somebody closes and opens a firm's periods: into a closed one it takes no document. */
public record ErpPeriods(CaseStack.Stack stack, Firm firm) {

    public void close(String month) {
        set(month, true);
    }

    public void open(String month) {
        set(month, false);
    }

    private void set(String month, boolean closed) {
        var data = new DataFolder(stack.data());
        var erp = Addresses.read(data).orElseThrow().erp();
        var request = HttpRequest.newBuilder(URI.create(erp + "/periods/" + firm.id("firm") + "/" + month))
                .header("Authorization", "Bearer " + new Secrets(data).read(Secrets.ERP_TOKEN))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"closed\":" + closed + "}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
