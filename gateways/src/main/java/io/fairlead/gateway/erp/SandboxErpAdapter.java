package io.fairlead.gateway.erp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Speaks to the sandbox ERP; the model for vendor adapters. An answer about another document is an unknown outcome. */
public final class SandboxErpAdapter implements ErpAdapter {

    private static final int CHANGES_PER_PAGE = 200;

    private final ErpHttp http;

    /** @param token what the ERP takes as proof of who we are; empty where it asks for none */
    public SandboxErpAdapter(ErpSettings settings, String token) {
        this.http = new ErpHttp(settings.baseUrl(), token, settings.connectTimeout(), settings.readTimeout());
    }

    @Override
    public AdapterAnswer<Optional<Found>> find(Delivery delivery) {
        var query = "?externalRef=" + URLEncoder.encode(delivery.externalRef(), StandardCharsets.UTF_8);
        return http.get("/" + collection(delivery) + query).then(answer -> {
            var documents = answer.path("documents");
            if (!documents.isArray() || !answer.path("externalRef").asString("").equals(delivery.externalRef())) {
                return unclear("the search's answer is about something else");
            }
            if (documents.size() > 1) {
                return AdapterAnswer.failed(new Failure.Different(
                        "SEVERAL_DOCUMENTS",
                        "the ERP keeps " + documents.size() + " documents under " + delivery.externalRef()
                                + "; one must go"));
            }
            if (documents.isEmpty()) {
                return AdapterAnswer.of(Optional.empty());
            }
            var document = documents.get(0);
            return snapshot(delivery, document)
                    .then(snapshot -> AdapterAnswer.of(
                            Optional.of(new Found(snapshot, SandboxJson.differences(delivery.payload(), document)))));
        });
    }

    @Override
    public AdapterAnswer<Snapshot> stage(Delivery delivery) {
        return write("POST", "/" + collection(delivery), delivery, delivery.payload());
    }

    @Override
    public AdapterAnswer<Snapshot> replace(Delivery delivery, String outsideId) {
        return write("PUT", "/" + collection(delivery) + "/" + outsideId, delivery, delivery.payload());
    }

    @Override
    public AdapterAnswer<Snapshot> commit(Delivery delivery, String outsideId, DocumentPosting posting) {
        return write("POST", "/invoices/" + outsideId + "/posting", delivery, posting);
    }

    private AdapterAnswer<Snapshot> write(String method, String path, Delivery delivery, DeliveryPayload payload) {
        return http.write(method, path, SandboxJson.body(payload), delivery.key())
                .then(answer -> snapshot(delivery, answer));
    }

    @Override
    public AdapterAnswer<Snapshot> read(Delivery delivery, String outsideId) {
        return http.get("/" + collection(delivery) + "/" + outsideId).then(answer -> snapshot(delivery, answer));
    }

    @Override
    public AdapterAnswer<ChangePage> changesSince(String cursor) {
        var since = cursor.isEmpty() ? "0" : cursor;
        return http.get("/changes?since=" + since + "&limit=" + CHANGES_PER_PAGE)
                .then(answer -> {
                    var changes = answer.path("changes");
                    var next = answer.path("next").asString("");
                    if (!changes.isArray() || next.isEmpty()) {
                        return unclear("the change feed's answer lacks changes or next");
                    }
                    var payments = new ArrayList<PaymentFact>();
                    for (var change : changes) {
                        if (change.path("type").asString("").equals("PAYMENT")) {
                            var payment = understood(change.path("document"), SandboxJson::payment);
                            switch (payment) {
                                case AdapterAnswer.Given<PaymentFact>(var fact) -> payments.add(fact);
                                case AdapterAnswer.Failed<PaymentFact>(var failure) -> {
                                    return AdapterAnswer.failed(failure);
                                }
                            }
                        }
                    }
                    return AdapterAnswer.of(new ChangePage(
                            List.copyOf(payments), next, answer.path("more").asBoolean(false)));
                });
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(Duration.ZERO, true);
    }

    private static AdapterAnswer<Snapshot> snapshot(Delivery delivery, JsonNode document) {
        return understood(document, SandboxJson::snapshot).then(snapshot -> {
            var ours = snapshot.externalRef().equals(delivery.externalRef());
            var known = delivery.outsideId() == null || delivery.outsideId().equals(snapshot.outsideId());
            return ours && known
                    ? AdapterAnswer.of(snapshot)
                    : unclear("the answer is about " + snapshot.outsideId() + " with reference "
                            + snapshot.externalRef());
        });
    }

    private static <T> AdapterAnswer<T> understood(JsonNode document, Function<JsonNode, T> reader) {
        try {
            return AdapterAnswer.of(reader.apply(document));
        } catch (RuntimeException e) {
            return unclear("the answer cannot be understood: " + e.getMessage());
        }
    }

    private static <T> AdapterAnswer<T> unclear(String reason) {
        return AdapterAnswer.failed(new Failure.UnknownOutcome(reason));
    }

    private static String collection(Delivery delivery) {
        return switch (delivery.kind()) {
            case ENSURE_CUSTOMER -> "customers";
            case ENSURE_PROJECT -> "projects";
            case STAGE_INVOICE, COMMIT_INVOICE -> "invoices";
            case PAY_OUT -> "refunds";
            case BOOK_ACCOUNT -> "bookings";
        };
    }
}
