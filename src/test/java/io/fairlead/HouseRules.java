package io.fairlead;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.fairlead.shared.Waits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;

/** The rules of the house as conditions on classes; the test applies them to the house and to planted faults. */
final class HouseRules {

    /** Components of commands that say who acts; who accepted is the customer's own word. */
    private static final Pattern ACTOR = Pattern.compile("author|authors|preparer|(?!acceptedBy)[a-z]\\w+By");

    private static final Map<String, Set<String>> OURS = Map.of(
            "schemas", Set.of("schemas"),
            "domain", Set.of("schemas", "domain"),
            "projections", Set.of("schemas", "projections"),
            "gateways", Set.of("schemas", "domain", "gateways"));

    private static final Map<String, List<String>> THEIRS = Map.of(
            "schemas",
                    List.of(
                            "java.",
                            "org.apache.avro.",
                            "com.fasterxml.jackson.",
                            "org.jspecify.",
                            "com.google.errorprone.annotations."),
            "domain",
                    List.of(
                            "java.io.",
                            "java.lang.",
                            "java.math.",
                            "java.nio.",
                            "java.security.",
                            "java.text.",
                            "java.time.",
                            "java.util.",
                            "org.apache.avro.",
                            "org.axonframework.",
                            "org.joda.money.",
                            "org.jspecify.",
                            "com.google.errorprone.annotations."),
            "projections",
                    List.of(
                            "java.",
                            "javax.sql.",
                            "org.apache.avro.",
                            "org.axonframework.eventhandling.",
                            "org.axonframework.config.",
                            "org.axonframework.messaging.",
                            "org.axonframework.common.",
                            "org.flywaydb.",
                            "org.jooq.",
                            "org.postgresql.",
                            "org.slf4j.",
                            "org.jspecify.",
                            "com.google.errorprone.annotations."),
            "gateways",
                    List.of(
                            "java.",
                            "javax.sql.",
                            "org.apache.avro.",
                            "org.apache.kafka.",
                            "org.axonframework.eventhandling.",
                            "org.axonframework.config.",
                            "org.axonframework.messaging.",
                            "org.axonframework.common.",
                            "org.jooq.",
                            "org.flywaydb.",
                            "org.joda.money.",
                            "javax.security.sasl.", // What a login of Kafka would say is asked of its own client.
                            "javax.xml.",
                            "org.w3c.dom.", // An entry of a bank's statement, read as a whole.
                            "org.apache.fontbox.",
                            "org.apache.pdfbox.",
                            "com.google.zxing.", // Squares of the code that a payer scans.
                            "com.fasterxml.jackson.",
                            "tools.jackson.",
                            "de.siegmar.fastcsv.",
                            "org.slf4j.",
                            "org.jspecify.",
                            "com.google.errorprone.annotations."));

    private static final Set<String> CLOCK_OWNERS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime",
            "java.time.OffsetDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    /** Where sheets are measured in the PDF library's floating point, and nothing else is known. */
    static final String PAPER = "io.fairlead.gateway.paper";

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Pattern EMPTY_NAME = Pattern.compile("(Impl|Manager|Helper|Util|Utils|DTO|Dto)(?=[A-Z0-9]|$)");

    /** Module of each package: what people wrote, and what is generated. */
    static final Map<String, String> MODULE_OF = modules();

    /** The module that a class belongs to; empty for classes of others. */
    static String moduleOf(JavaClass type) {
        var known = MODULE_OF.get(type.getPackageName());
        if (known != null) {
            return known;
        }
        if (type.getPackageName().matches("io\\.fairlead\\.[a-z]+\\.event")) {
            return "schemas";
        }
        if (type.getPackageName().startsWith("io.fairlead.projection.db")) {
            return "projections";
        }
        return type.getPackageName().startsWith("io.fairlead.gateway.db") ? "gateways" : "";
    }

    static DescribedPredicate<JavaClass> inModule(String... modules) {
        return DescribedPredicate.describe(
                "in " + String.join(", ", modules), type -> Set.of(modules).contains(moduleOf(type)));
    }

    static ArchCondition<JavaClass> importOnlyWhatMay(String module) {
        return condition("import only what " + module + " may", type -> type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !mayImport(module, target))
                .map(target -> type.getName() + " imports " + target.getName()));
    }

    private static boolean mayImport(String module, JavaClass target) {
        var name = target.getName();
        if (name.startsWith("io.fairlead.")) {
            return name.startsWith("io.fairlead.planted.")
                    || OURS.getOrDefault(module, Set.of()).contains(moduleOf(target));
        }
        return target.isPrimitive()
                || THEIRS.getOrDefault(module, List.of()).stream().anyMatch(name::startsWith);
    }

    static ArchCondition<JavaClass> readNoClock() {
        return condition("read no clock", type -> Stream.<Set<? extends JavaAccess<?>>>of(
                        type.getMethodCallsFromSelf(), type.getMethodReferencesFromSelf(), datesMadeBy(type))
                .flatMap(Set::stream)
                .filter(call -> {
                    var owner = call.getTargetOwner().getName();
                    var name = call.getName();
                    return (CLOCK_OWNERS.contains(owner) && name.equals("now"))
                            || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                            || (owner.equals("java.time.Clock") && name.startsWith("system"))
                            || (owner.equals("java.time.InstantSource") && name.equals("system"))
                            || owner.equals("java.util.Calendar")
                            || owner.equals("java.util.Date");
                })
                .map(call -> call.getDescription()));
    }

    private static Set<JavaConstructorCall> datesMadeBy(JavaClass type) {
        return type.getConstructorCallsFromSelf().stream()
                .filter(call -> call.getTarget().getFullName().equals("java.util.Date.<init>()"))
                .collect(Collectors.toSet());
    }

    static ArchCondition<JavaClass> countExactly() {
        return condition("count without double and float", type -> Stream.of(
                        type.getFields().stream()
                                .filter(field ->
                                        FLOATING.contains(field.getRawType().getName()))
                                .map(field -> field.getFullName() + " is inexact"),
                        type.getCodeUnits().stream()
                                .filter(code -> FLOATING.contains(
                                                code.getRawReturnType().getName())
                                        || code.getRawParameterTypes().stream()
                                                .anyMatch(taken -> FLOATING.contains(taken.getName())))
                                .map(code -> code.getFullName() + " is inexact"),
                        type.getMethodCallsFromSelf().stream()
                                .filter(call ->
                                        FLOATING.contains(call.getTargetOwner().getName())
                                                || FLOATING.contains(call.getTarget()
                                                        .getRawReturnType()
                                                        .getName()))
                                .map(call -> call.getDescription()))
                .flatMap(Function.identity()));
    }

    static ArchCondition<JavaClass> knowNoMoney() {
        return condition("know no money", type -> type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getName().equals("java.math.BigDecimal")
                        || target.getName().startsWith("org.joda.money.")
                        || !moduleOf(target).isEmpty()
                                && !target.getPackageName().equals(PAPER))
                .map(target -> type.getName() + " knows " + target.getName()));
    }

    static ArchCondition<JavaClass> beProcesses() {
        return condition("be processes that are never replayed", type -> Stream.of(
                        ProcessingGroup.class, DisallowReplay.class, Waits.class)
                .filter(wanted -> !type.isAnnotatedWith(wanted))
                .map(wanted -> type.getName() + " lacks @" + wanted.getSimpleName()));
    }

    static ArchCondition<JavaClass> haveTellingNames() {
        return condition(
                "have telling names",
                type -> EMPTY_NAME.matcher(type.getSimpleName()).find()
                        ? Stream.of(type.getName() + " says nothing")
                        : Stream.of());
    }

    /** Aggregates, policies and ports stay at home; ids, commands, values and answers cross, and so do events. */
    static ArchCondition<JavaClass> useOnlyWhatCrosses() {
        return condition(
                "use only ids, commands, events and values of other capabilities",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(target -> moduleOf(target).equals("domain"))
                        .filter(target -> !capabilityOf(target).equals(capabilityOf(type)))
                        .filter(target -> !capabilityOf(target).equals("shared"))
                        .filter(target -> !crosses(target))
                        .map(target -> type.getName() + " uses " + target.getName()));
    }

    /** The part of the name behind io.fairlead: the rooms of a capability are one. */
    private static String capabilityOf(JavaClass type) {
        return type.getPackageName().replaceAll("^io\\.fairlead\\.([a-z]+).*$", "$1");
    }

    private static boolean crosses(JavaClass type) {
        return type.isRecord()
                || type.isEnum()
                || (type.isInterface() && type.reflect().isSealed());
    }

    /** Whoever decides shows all its refusals: none hides in what it builds events with, nor one call further. */
    static ArchCondition<JavaClass> onlyBuildEvents() {
        return condition(
                "refuse nothing: a rule stands in the class that decides", type -> type.getAccessesFromSelf().stream()
                        .filter(access -> refuses(access) || refusesItself(access))
                        .map(access -> access.getDescription()));
    }

    private static boolean refuses(JavaAccess<?> access) {
        var owner = access.getTargetOwner().getName();
        return owner.equals("io.fairlead.shared.Check")
                || (owner.equals("io.fairlead.shared.RuleViolated") && access instanceof JavaConstructorCall);
    }

    private static boolean refusesItself(JavaAccess<?> access) {
        return access.getTarget().resolveMember().stream()
                .filter(JavaCodeUnit.class::isInstance)
                .flatMap(called -> ((JavaCodeUnit) called).getAccessesFromSelf().stream())
                .anyMatch(further -> further instanceof JavaConstructorCall && refuses(further));
    }

    /** A command that says who acts refuses nobody, so that no event is made by nobody. */
    static ArchCondition<JavaClass> nameWhoActs() {
        return condition("check who acts by Check.actor", type -> type.getFields().stream()
                .filter(field ->
                        type.isRecord() && ACTOR.matcher(field.getName()).matches())
                .filter(_ -> type.getMethodCallsFromSelf().stream()
                        .noneMatch(call -> call.getName().equals("actor")
                                && call.getTargetOwner().getName().equals("io.fairlead.shared.Check")))
                .map(field -> field.getFullName() + " may be nobody"));
    }

    static ArchCondition<JavaClass> condition(String description, Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations
                        .apply(type)
                        .distinct()
                        .forEach(violation -> events.add(SimpleConditionEvent.violated(type, violation)));
            }
        };
    }

    private static Map<String, String> modules() {
        var modules = new HashMap<String, String>();
        Sources.packages().forEach((module, names) -> names.forEach(name -> modules.put(name, module)));
        return modules;
    }

    private HouseRules() {}
}
