package io.fairlead.app.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json31;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Names of schemas in the description: what a query nests carries the query's subject, so that no two are alike. */
@Configuration(proxyBeanMethods = false)
public class SchemaNames {

    @Bean
    ModelResolver schemasByName() {
        return new ModelResolver(Json31.mapper(), new BySubject()).openapi31(true);
    }

    private static final class BySubject extends TypeNameResolver {

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
