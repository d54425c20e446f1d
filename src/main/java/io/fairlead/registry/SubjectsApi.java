package io.fairlead.registry;

import io.fairlead.registry.RegistryMedia.SchemaRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subjects and their versions, for clients of Confluent's contract. */
@RestController
@RequestMapping(
        path = "/registry/subjects",
        produces = {RegistryMedia.V1, RegistryMedia.ANY_VERSION, RegistryMedia.JSON})
public class SubjectsApi {

    private final Registry registry;
    private final Deletion deletion;

    SubjectsApi(Registry registry) {
        this.registry = registry;
        this.deletion = new Deletion(registry);
    }

    @GetMapping
    List<String> subjects(
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestParam(defaultValue = "") String subjectPrefix) {
        return registry.tables().subjects(deleted).stream()
                .filter(subject -> subject.startsWith(subjectPrefix))
                .toList();
    }

    @PostMapping("/{subject}")
    Map<String, Object> lookUp(
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean deleted,
            @RequestBody(required = false) @Nullable String body) {
        var request = RegistryMedia.read(body, SchemaRequest.class);
        return answer(registry.lookUp(subject, request.text(), request.referenced(), deleted));
    }

    @DeleteMapping("/{subject}")
    List<Integer> delete(@PathVariable String subject, @RequestParam(defaultValue = "false") boolean permanent) {
        return deletion.subject(subject, permanent);
    }

    @GetMapping("/{subject}/versions")
    List<Integer> versions(@PathVariable String subject, @RequestParam(defaultValue = "false") boolean deleted) {
        return registry.existing(subject, deleted).stream()
                .map(Registered::version)
                .toList();
    }

    @PostMapping("/{subject}/versions")
    Map<String, Object> register(@PathVariable String subject, @RequestBody(required = false) @Nullable String body) {
        var request = RegistryMedia.read(body, SchemaRequest.class);
        int id = registry.register(
                subject, request.text(), request.referenced(), request.wishedId(), request.wishedVersion());
        return Map.of("id", id);
    }

    @GetMapping("/{subject}/versions/{version}")
    Map<String, Object> version(
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean deleted) {
        return answer(registry.version(subject, Version.parse(version), deleted));
    }

    @GetMapping("/{subject}/versions/{version}/schema")
    String schema(
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean deleted) {
        return registry.version(subject, Version.parse(version), deleted).text();
    }

    @GetMapping("/{subject}/versions/{version}/referencedby")
    List<Integer> referencedBy(@PathVariable String subject, @PathVariable String version) {
        var found = registry.version(subject, Version.parse(version), true);
        return registry.tables().referencedBy(subject, found.version());
    }

    @DeleteMapping("/{subject}/versions/{version}")
    int deleteVersion(
            @PathVariable String subject,
            @PathVariable String version,
            @RequestParam(defaultValue = "false") boolean permanent) {
        return deletion.version(subject, Version.parse(version), permanent);
    }

    private static Map<String, Object> answer(Registered version) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("subject", version.subject());
        answer.put("version", version.version());
        answer.put("id", version.id());
        if (!version.references().isEmpty()) {
            answer.put("references", version.references());
        }
        answer.put("schema", version.text());
        return answer;
    }
}
