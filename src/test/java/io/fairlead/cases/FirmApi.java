package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cli.Api;
import io.fairlead.cli.CommandFailed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a case speaks to the stack: over HTTP, as somebody, about ids of its own. Part of {@link Firm}. */
class FirmApi {

    private final Api api;
    private final String key;
    private final List<Sent> sent = new ArrayList<>();

    FirmApi(Api api, String key) {
        this.api = api;
        // Ids have at most 64 characters, the case's own part included.
        this.key = key.length() <= 36 ? key : key.substring(0, 27) + "-" + Integer.toHexString(key.hashCode());
    }

    /** A command that was accepted. */
    record Sent(String path, Map<String, Object> body) {}

    /** All commands that were accepted so far, in their order. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** An id of this firm. */
    String id(String name) {
        return key + "." + name;
    }

    /** Names and values in turn; null values are left out. */
    static Map<String, Object> of(@Nullable Object... namesAndValues) {
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
    void settled() {
        var seen = api.get("/v1/verification?checks=I9").body();
        assertThat(seen.path("lagging")).as(seen.toString()).isEmpty();
    }

    /** Place of the last event in the log, once everything followed from it. */
    long position() {
        settled();
        return api.get("/v1/verification?checks=I9")
                .body()
                .path("counts")
                .path("events")
                .asLong();
    }

    JsonNode get(String path) {
        return api.get(path).body();
    }

    @CanIgnoreReturnValue
    JsonNode post(String path, Map<String, Object> body) {
        return as("admin", path, body);
    }

    @CanIgnoreReturnValue
    JsonNode as(String actor, String path, Map<String, Object> body) {
        var answer = api.as(actor).post(path, body).body();
        sent.add(new Sent(path, body));
        return answer;
    }

    /** Code of the rule that refuses a command. */
    String refusal(String actor, String path, Map<String, Object> body) {
        try {
            as(actor, path, body);
        } catch (CommandFailed refused) {
            return String.valueOf(refused.problem().get("code"));
        }
        return "none";
    }

    /** An amount as the API tells it. */
    static BigDecimal amount(JsonNode told) {
        return new BigDecimal(told.asString());
    }

    /** What all ids of this firm begin with. */
    final String key() {
        return key;
    }
}
