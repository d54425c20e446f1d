package io.fairlead;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.fairlead.Sources.Source;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in main and is used by nobody there; read by {@link HouseUseTest}. */
final class HouseUse {

    /** Marks of what a framework finds by itself. */
    private static final List<String> FOUND_BY_FRAMEWORKS = List.of(
            "org.springframework.stereotype.Component",
            "org.springframework.stereotype.Controller",
            "org.springframework.stereotype.Service",
            "org.springframework.context.annotation.Configuration",
            "org.springframework.web.bind.annotation.RestController",
            "org.springframework.web.bind.annotation.RestControllerAdvice",
            "org.springframework.web.bind.annotation.ControllerAdvice",
            "org.springframework.boot.autoconfigure.SpringBootApplication");

    /** Files by which the JDK, Spring and Logback find types by name. */
    private static final String NAMED = Sources.MAIN.values().stream()
            .flatMap(java -> Stream.concat(
                    Sources.files(java.resolveSibling("resources/META-INF"), "").stream(),
                    Sources.files(java.resolveSibling("resources/io/fairlead/launch"), ".xml").stream()))
            .map(Source::text)
            .collect(Collectors.joining("\n"));

    /** Where the program begins: a main method, what Spring finds and what META-INF names. All else is reached from there. */
    static boolean isEntry(JavaClass type) {
        return FOUND_BY_FRAMEWORKS.stream().anyMatch(type::isAnnotatedWith)
                || NAMED.contains(type.getName())
                || type.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("main")
                                && method.getModifiers().contains(JavaModifier.STATIC));
    }

    /** Outermost types that no way leads to from an entry. */
    static Set<String> unreached(JavaClasses house, Predicate<JavaClass> entry) {
        var uses = uses(house);
        var reached = new HashSet<String>();
        var ahead = new ArrayDeque<String>();
        house.stream().filter(entry).map(HouseUse::outermost).forEach(ahead::add);
        while (!ahead.isEmpty()) {
            var next = ahead.pop();
            if (reached.add(next)) {
                ahead.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        var unreached = new TreeSet<>(uses.keySet());
        unreached.removeAll(reached);
        return unreached;
    }

    /** Constants are copied into the classes that use them, which therefore lead nowhere: such a type is sought by its name. */
    static boolean isMentionedConstants(JavaClass type, List<Source> sources) {
        var mentioned = Pattern.compile("\\b" + type.getSimpleName() + "\\.").asPredicate();
        return type.getMethods().isEmpty()
                && type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL)
                                && field.getModifiers().contains(JavaModifier.STATIC))
                && sources.stream()
                        .filter(source -> !source.path().endsWith(type.getSimpleName() + ".java"))
                        .anyMatch(source -> mentioned.test(source.text()));
    }

    private static Map<String, Set<String>> uses(JavaClasses house) {
        var uses = new HashMap<String, Set<String>>();
        for (var type : house) {
            var targets = uses.computeIfAbsent(outermost(type), _ -> new HashSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .map(HouseUse::outermost)
                    .forEach(targets::add);
        }
        return uses;
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }

    /** Records with public constructors, beside the canonical one, that no code of these classes calls; with how many. */
    static SortedMap<String, Integer> constructorsForTests(Collection<JavaClass> house) {
        var found = new TreeMap<String, Integer>();
        var ours = Set.copyOf(house);
        house.stream().filter(JavaClass::isRecord).forEach(type -> {
            var unused = (int) type.getConstructors().stream()
                    .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC))
                    .filter(one -> !isCanonical(type, one))
                    .filter(one ->
                            one.getAccessesToSelf().stream().noneMatch(call -> ours.contains(call.getOriginOwner())))
                    .count();
            if (unused > 0) {
                found.put("constructor " + type.getName().replaceAll(".*\\.", ""), unused);
            }
        });
        return found;
    }

    private static boolean isCanonical(JavaClass type, JavaConstructor constructor) {
        var components = type.reflect().getRecordComponents();
        var taken = constructor.reflect().getParameterTypes();
        if (components.length != taken.length) {
            return false;
        }
        for (int i = 0; i < taken.length; i++) {
            if (!components[i].getType().equals(taken[i])) {
                return false;
            }
        }
        return true;
    }

    private HouseUse() {}
}
