package io.fairlead.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.SourceProjection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.source.SourceEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;

class ProjectionsTest {

    private static Set<Class<?>> withHandlers(Path classes) throws IOException {
        try (var files = Files.walk(classes)) {
            return files.map(classes::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> load(name.substring(0, name.length() - 6).replace('/', '.')))
                    .filter(type -> isProjection(type)
                            || Arrays.stream(type.getDeclaredMethods())
                                    .anyMatch(method -> method.isAnnotationPresent(EventHandler.class)))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isProjection(Class<?> type) {
        return SourceProjection.class.isAssignableFrom(type) && !type.isInterface();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ProjectionsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path classesOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static Set<Class<?>> registered() {
        return Projections.all().stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.handlers().stream()))
                .map(Object::getClass)
                .collect(Collectors.toSet());
    }

    @Test
    void every_class_with_event_handlers_is_registered() throws Exception {
        assertThat(withHandlers(classesOf(Projections.class))).isNotEmpty().isEqualTo(registered());
    }

    @Test
    void a_class_that_was_forgotten_is_found() throws Exception {
        assertThat(withHandlers(classesOf(ProjectionsTest.class))).contains(Forgotten.class, ForgottenOfSources.class);
        assertThat(registered()).doesNotContain(Forgotten.class, ForgottenOfSources.class);
    }

    /** Planted: handles an event and is registered nowhere. */
    static final class Forgotten {

        @EventHandler
        void on(String event) {
            throw new IllegalStateException(event);
        }
    }

    /** Planted: takes source events and is registered nowhere. */
    static final class ForgottenOfSources implements SourceProjection {

        @Override
        public String name() {
            return "forgotten";
        }

        @Override
        public List<TableBuffer<?>> tables() {
            return List.of();
        }

        @Override
        public Set<Class<? extends SourceEvent>> takes() {
            return Set.of();
        }

        @Override
        public void on(SourceEvent event, EventMetadata facts) {
            throw new IllegalStateException(event.sourceId());
        }
    }
}
