package io.fairlead.registry;

import io.fairlead.registry.RegistryMedia.LevelRequest;
import io.fairlead.registry.RegistryMedia.ModeRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Compatibility levels and modes, of the registry and of subjects, for clients of Confluent's contract. */
@RestController
@RequestMapping(
        path = "/registry",
        produces = {RegistryMedia.V1, RegistryMedia.ANY_VERSION, RegistryMedia.JSON})
public class SettingsApi {

    private static final String GLOBAL = RegistryTables.GLOBAL;

    private final Registry registry;
    private final RegistryTables tables;

    SettingsApi(Registry registry) {
        this.registry = registry;
        this.tables = registry.tables();
    }

    @GetMapping("/config")
    Map<String, Object> level() {
        return Map.of("compatibilityLevel", registry.level(GLOBAL));
    }

    @GetMapping("/config/{subject}")
    Map<String, Object> level(
            @PathVariable String subject, @RequestParam(defaultValue = "false") boolean defaultToGlobal) {
        var level = defaultToGlobal
                ? registry.level(subject)
                : tables.level(subject).orElseThrow(() -> RegistryProblem.noSubjectConfig(subject));
        return Map.of("compatibilityLevel", level);
    }

    @PutMapping("/config")
    Map<String, Object> setLevel(@RequestBody(required = false) @Nullable String body) {
        return changeLevel(GLOBAL, body);
    }

    @PutMapping("/config/{subject}")
    Map<String, Object> setLevel(@PathVariable String subject, @RequestBody(required = false) @Nullable String body) {
        Registry.requireValid(subject);
        return changeLevel(subject, body);
    }

    private Map<String, Object> changeLevel(String subject, @Nullable String body) {
        var level = Level.parse(RegistryMedia.read(body, LevelRequest.class).compatibility());
        return registry.changeSettings(subject, () -> {
            registry.requireChangeable(subject, registry.mode(subject));
            tables.level(subject, level);
            return Map.of("compatibility", level);
        });
    }

    @DeleteMapping("/config")
    Map<String, Object> resetLevel() {
        return registry.change(() -> {
            var former = registry.level(GLOBAL);
            tables.level(GLOBAL, Level.BACKWARD_TRANSITIVE);
            return Map.of("compatibilityLevel", former);
        });
    }

    @DeleteMapping("/config/{subject}")
    Map<String, Object> removeLevel(@PathVariable String subject) {
        return registry.changeSettings(subject, () -> {
            var former = tables.level(subject).orElseThrow(() -> RegistryProblem.noSubjectConfig(subject));
            tables.removeLevel(subject);
            return Map.of("compatibilityLevel", former);
        });
    }

    @GetMapping("/mode")
    Map<String, Object> mode() {
        return Map.of("mode", registry.mode(GLOBAL));
    }

    @GetMapping("/mode/{subject}")
    Map<String, Object> mode(
            @PathVariable String subject, @RequestParam(defaultValue = "false") boolean defaultToGlobal) {
        var mode = defaultToGlobal
                ? registry.mode(subject)
                : tables.mode(subject).orElseThrow(() -> RegistryProblem.noSubjectMode(subject));
        return Map.of("mode", mode);
    }

    @PutMapping("/mode")
    Map<String, Object> setMode(
            @RequestParam(defaultValue = "false") boolean force, @RequestBody(required = false) @Nullable String body) {
        return changeMode(GLOBAL, body, force);
    }

    @PutMapping("/mode/{subject}")
    Map<String, Object> setMode(
            @PathVariable String subject,
            @RequestParam(defaultValue = "false") boolean force,
            @RequestBody(required = false) @Nullable String body) {
        Registry.requireValid(subject);
        return changeMode(subject, body, force);
    }

    private Map<String, Object> changeMode(String subject, @Nullable String body, boolean force) {
        var mode = Mode.parse(RegistryMedia.read(body, ModeRequest.class).mode());
        return registry.changeSettings(subject, () -> {
            boolean filled = subject.equals(GLOBAL)
                    ? !tables.subjects(false).isEmpty()
                    : tables.versions(subject).stream().anyMatch(version -> !version.deleted());
            if (mode == Mode.IMPORT && filled && !force) {
                throw RegistryProblem.notPermitted("Cannot import since found existing subjects; force=true overrides");
            }
            tables.mode(subject, mode);
            return Map.of("mode", mode);
        });
    }

    @DeleteMapping("/mode/{subject}")
    Map<String, Object> removeMode(@PathVariable String subject) {
        return registry.changeSettings(subject, () -> {
            var former = tables.mode(subject).orElseThrow(() -> RegistryProblem.noSubjectMode(subject));
            tables.removeMode(subject);
            return Map.of("mode", former);
        });
    }
}
