package io.fairlead.registry;

import io.fairlead.registry.RegistryMedia.SchemaRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells before registering whether a schema could follow, for clients of Confluent's contract. */
@RestController
@RequestMapping(
        path = "/registry/compatibility/subjects/{subject}/versions",
        produces = {RegistryMedia.V1, RegistryMedia.ANY_VERSION, RegistryMedia.JSON})
public class CompatibilityApi {

    private final Registry registry;

    CompatibilityApi(Registry registry) {
        this.registry = registry;
    }

    @PostMapping
    Map<String, Object> withAll(
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean verbose,
            @RequestBody(required = false) @Nullable String body) {
        return judge(subject, null, verbose, body);
    }

    @PostMapping("/{version}")
    Map<String, Object> withOne(
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean verbose,
            @RequestBody(required = false) @Nullable String body) {
        return judge(subject, Version.parse(version), verbose, body);
    }

    private Map<String, Object> judge(
            String subject, @Nullable Version against, boolean verbose, @Nullable String body) {
        var request = RegistryMedia.read(body, SchemaRequest.class);
        List<String> objections = registry.objections(subject, request.text(), request.referenced(), against);
        return verbose
                ? Map.of("is_compatible", objections.isEmpty(), "messages", objections)
                : Map.of("is_compatible", objections.isEmpty());
    }
}
