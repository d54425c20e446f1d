package io.fairlead.app.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of schemas in the description: what a query nests carries the query's subject, so that no two are alike. */
@Configuration(proxyBeanMethods = false)
public class SchemaNames {

    @Bean
    ModelResolver schemasByName() {
        return new ModelResolver(Json31.mapper(), new BySubject()).openapi31(true);
    }

    /** Refuses to describe two types under one name: a client made from the description would mix their fields. */
    static final class BySubject extends TypeNameResolver {

        private final Map<String, Class<?>> owners = new ConcurrentHashMap<>();

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            var name = super.nameForClass(type, options);
            var owner = type.isRecord() || type.isEnum() ? owners.putIfAbsent(name, type) : null;
            if (owner != null && owner != type) {
                throw new IllegalStateException(owner.getName() + " and " + type.getName() + " would share the schema "
                        + name + "; give one of them another name, or @Schema(name)");
            }
            return name;
        }

        @Override
        protected String getNameOfClass(Class<?> type) {
            var outer = type.getEnclosingClass();
            if (outer != null && outer.getSimpleName().endsWith("Query")) {
                var subject =
                        outer.getSimpleName().substring(0, outer.getSimpleName().length() - "Query".length());
                return type.getSimpleName().equals(subject) ? subject : subject + type.getSimpleName();
            }
            return super.getNameOfClass(type);
        }
    }
}
