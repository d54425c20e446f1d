package io.fairlead;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import io.fairlead.app.Application;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateRoot;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import picocli.CommandLine;

/** What must stand in a list by hand to be alive at all: aggregates, processes, queries, APIs, commands. */
final class WiringRules {

    private static final String WIRING = "io.fairlead.app.wiring";
    private static final Pattern PROCESS = Pattern.compile("When[A-Z]\\w+Then[A-Z]\\w+");
    private static final List<Class<?>> FOUND_BY_SCAN =
            List.of(RestController.class, RestControllerAdvice.class, Component.class, Configuration.class);

    static ArchCondition<JavaClass> beRegistered(Set<String> registered) {
        return HouseRules.condition(
                "be registered",
                type -> type.isAnnotatedWith(AggregateRoot.class) && !registered.contains(type.getName())
                        ? Stream.of(type.getName() + " is not registered: list it in CommandSide.AGGREGATES")
                        : Stream.of());
    }

    static boolean isProcess(JavaClass type) {
        return PROCESS.matcher(type.getSimpleName()).matches();
    }

    static ArchCondition<JavaClass> beWired() {
        return HouseRules.condition(
                "be wired",
                type -> isProcess(type)
                                && type.getConstructorCallsToSelf().stream().noneMatch(call -> call.getOriginOwner()
                                        .getPackageName()
                                        .equals(WIRING))
                        ? Stream.of(type.getName() + " is run by nobody: list it in Processes")
                        : Stream.of());
    }

    static boolean isQuery(JavaClass type) {
        return type.isTopLevelClass() && type.getSimpleName().endsWith("Query");
    }

    /** @param beans names of the classes that become beans */
    static ArchCondition<JavaClass> beBeans(Set<String> beans) {
        return HouseRules.condition(
                "be beans",
                type -> isQuery(type) && !beans.contains(type.getName())
                        ? Stream.of(type.getName() + " is no bean: import it in Queries or RevenueQueries")
                        : Stream.of());
    }

    /** What the classes import as beans, by {@code @Import}. */
    static Set<String> imported(Stream<JavaClass> wiring) {
        return wiring.map(JavaClass::reflect)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(Import.class)))
                .flatMap(imports -> Arrays.stream(imports.value()))
                .map(Class::getName)
                .collect(Collectors.toSet());
    }

    static ArchCondition<JavaClass> beScanned() {
        var scanned = Arrays.stream(Application.class
                        .getAnnotation(SpringBootApplication.class)
                        .scanBasePackages())
                .map(pattern -> Pattern.compile(pattern.replace(".", "\\.").replace("*", "[a-z]+") + "(\\..+)?"))
                .toList();
        return HouseRules.condition(
                "be scanned",
                type -> FOUND_BY_SCAN.stream().anyMatch(found -> type.isAnnotatedWith(found.getName()))
                                && scanned.stream().noneMatch(pattern -> pattern.matcher(type.getPackageName())
                                        .matches())
                        ? Stream.of(
                                type.getName() + " is scanned by nobody: move it to an .api package of a capability")
                        : Stream.of());
    }

    static ArchCondition<JavaClass> beCommands(CommandLine root) {
        var known = new HashSet<String>();
        note(root, known);
        return HouseRules.condition(
                "be commands of fairlead",
                type -> type.isAnnotatedWith(CommandLine.Command.class) && !known.contains(type.getName())
                        ? Stream.of(type.getName() + " is no command of fairlead: list it as a subcommand")
                        : Stream.of());
    }

    private static void note(CommandLine line, Set<String> known) {
        known.add(line.getCommandSpec().userObject().getClass().getName());
        line.getSubcommands().values().forEach(below -> note(below, known));
    }

    private WiringRules() {}
}
