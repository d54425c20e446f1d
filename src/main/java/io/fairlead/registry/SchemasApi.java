package io.fairlead.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Schemas by id and what the registry is, for clients of Confluent's contract. */
@RestController
@RequestMapping(
        path = "/registry",
        produces = {RegistryMedia.V1, RegistryMedia.ANY_VERSION, RegistryMedia.JSON})
public class SchemasApi {

    private final Registry registry;

    SchemasApi(Registry registry) {
        this.registry = registry;
    }

    @GetMapping({"", "/"})
    Map<String, Object> root() {
        return Map.of();
    }

    @GetMapping("/schemas/types")
    List<String> types() {
        return List.of("AVRO");
    }

    @GetMapping("/schemas/ids/{id}")
    Map<String, Object> byId(@PathVariable String id) {
        int known = idOf(id);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("schema", textOf(known));
        var references = registry.tables().referencesOf(known);
        if (!references.isEmpty()) {
            answer.put("references", references);
        }
        return answer;
    }

    @GetMapping("/schemas/ids/{id}/schema")
    String textById(@PathVariable String id) {
        return textOf(idOf(id));
    }

    @GetMapping("/schemas/ids/{id}/subjects")
    List<String> subjects(@PathVariable String id, @RequestParam(defaultValue = "false") boolean deleted) {
        return places(id, deleted).stream().map(Registered::subject).distinct().toList();
    }

    @GetMapping("/schemas/ids/{id}/versions")
    List<Map<String, Object>> versions(@PathVariable String id, @RequestParam(defaultValue = "false") boolean deleted) {
        return places(id, deleted).stream()
                .map(place -> Map.<String, Object>of("subject", place.subject(), "version", place.version()))
                .toList();
    }

    @GetMapping("/v1/metadata/id")
    Map<String, Object> metadata() {
        return Map.of(
                "id",
                "",
                "scope",
                Map.of("path", List.of(), "clusters", Map.of("schema-registry-cluster", "fairlead")));
    }

    private List<Registered> places(String id, boolean deleted) {
        int known = idOf(id);
        var _ = textOf(known);
        return registry.tables().placesOf(known).stream()
                .filter(place -> deleted || !place.deleted())
                .toList();
    }

    private String textOf(int id) {
        return registry.tables().textOf(id).orElseThrow(() -> RegistryProblem.schemaNotFound(id + " "));
    }

    private static int idOf(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new RegistryProblem(404, 404, "HTTP 404 Not Found: '" + text + "' is not the id of a schema");
        }
    }
}
