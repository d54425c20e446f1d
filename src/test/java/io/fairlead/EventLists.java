package io.fairlead;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lists of events that hold amounts are never compared by their own equals: as Avro reads them they are compared by a
 * model that does not know decimals which may be absent, so equal ones differ.
 */
final class EventLists {

    /** Whose equals it is, and how many lines around the list may be: a call that is wrapped begins above its end. */
    private static final Map<String, Integer> LINES_NEAR = Map.of(List.class.getName(), 2, Objects.class.getName(), 0);

    static ArchCondition<JavaClass> areComparedOneByOne() {
        return HouseRules.condition(
                "compare lists of events as lists of their own", type -> type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("equals")
                                && LINES_NEAR.containsKey(call.getTargetOwner().getName()))
                        .filter(EventLists::isOfAmounts)
                        .map(call -> call.getDescription() + ": use List.copyOf of both"));
    }

    private static boolean isOfAmounts(JavaMethodCall compared) {
        int near = LINES_NEAR.getOrDefault(compared.getTargetOwner().getName(), 0);
        var around = compared.getOrigin().getMethodCallsFromSelf().stream()
                .filter(call -> Math.abs(call.getLineNumber() - compared.getLineNumber()) <= near)
                .toList();
        return around.stream().noneMatch(call -> call.getName().equals("copyOf"))
                && around.stream()
                        .filter(call -> call.getTargetOwner().getPackageName().endsWith(".event"))
                        .flatMap(call -> call.getTarget().resolveMember().stream())
                        .anyMatch(EventLists::givesAmounts);
    }

    private static boolean givesAmounts(JavaMethod getter) {
        return getter.getRawReturnType().isEquivalentTo(List.class)
                && getter.getReturnType() instanceof JavaParameterizedType list
                && list.getActualTypeArguments().getFirst().toErasure().getAllFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(BigDecimal.class));
    }

    private EventLists() {}
}
