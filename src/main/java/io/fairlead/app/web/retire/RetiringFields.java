package io.fairlead.app.web.retire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks for fields that are retiring in what an operation answers, however deep they stand. */
final class RetiringFields {

    private final List<Retiring> found = new ArrayList<>();
    private final Set<Type> seen = new HashSet<>();

    static List<Retiring> of(Type answer) {
        var search = new RetiringFields();
        search.look(answer);
        return List.copyOf(search.found);
    }

    private void look(Type type) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            look(generic.getRawType());
            for (var argument : generic.getActualTypeArguments()) {
                look(argument);
            }
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            for (var component : record.getRecordComponents()) {
                var retiring = component.getAnnotation(Retiring.class);
                if (retiring != null) {
                    found.add(retiring);
                }
                look(component.getGenericType());
            }
        }
    }
}
