package io.fairlead.gate;

import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The compiled classes of the house, and what a method of theirs reaches; read by who asks which code uses a field, and by the
 * checks that make pages from code.
 */
public final class CodeGraph {

    /** A method of a class, by the names of the class file. */
    public record Code(String type, String name, String descriptor) {

        public static final String CONSTRUCTOR = "<init>";

        /** Binary names of what it takes, in their order. */
        public List<String> taken() {
            return MethodTypeDesc.ofDescriptor(descriptor).parameterList().stream()
                    .map(CodeGraph::nameOf)
                    .toList();
        }
    }

    /** What a method does by itself: whom it calls, which texts it names, of which types it asks whether a value is one. */
    private record Body(List<Code> calls, List<String> texts, List<String> asked) {}

    /**
     * What methods do, and all that they call.
     *
     * @param methods that were followed, the first ones too
     * @param calls of all of them, also to classes outside of the graph
     * @param texts that they name
     * @param asked types that they tell apart by instanceof or a switch
     */
    public record Reach(Set<Code> methods, Set<Code> calls, Set<String> texts, Set<String> asked) {

        /** Classes of which it makes an instance. */
        public Set<String> made() {
            return calls.stream()
                    .filter(call -> call.name().equals(Code.CONSTRUCTOR))
                    .map(Code::type)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private final Map<String, ClassModel> types;
    private final Map<String, Set<String>> below = new HashMap<>();
    private final Map<Code, Body> bodies = new HashMap<>();

    /** All classes of the folders or jars that hold these. */
    public CodeGraph(Class<?>... oneOfEach) {
        types = CompiledClasses.beside(oneOfEach);
        types.values().forEach(type -> {
            type.superclass().ifPresent(above -> under(above.asInternalName(), type));
            type.interfaces().forEach(above -> under(above.asInternalName(), type));
        });
    }

    /** Names of the classes that bear an annotation, sorted. */
    public Set<String> annotated(String annotation) {
        return types.values().stream()
                .filter(type -> isAnnotated(type.findAttribute(Attributes.runtimeVisibleAnnotations()), annotation))
                .map(CodeGraph::nameOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the classes that have a method with an annotation, their own or of a class above. */
    public Set<String> withMethods(String annotation) {
        return types.keySet().stream()
                .filter(type -> !methods(type, annotation).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Methods with an annotation: of the class and those above it, and of what it holds, as an aggregate its members. */
    public List<Code> methods(String type, String annotation) {
        var found = new ArrayList<>(ownMethods(type, annotation));
        var model = types.get(type);
        if (model != null) {
            model.fields().stream()
                    .map(field -> nameOf(field.fieldTypeSymbol()))
                    .distinct()
                    .filter(held -> !held.equals(type))
                    .forEach(held -> found.addAll(ownMethods(held, annotation)));
        }
        return found;
    }

    private List<Code> ownMethods(String type, String annotation) {
        var found = new ArrayList<Code>();
        for (var at = types.get(type); at != null; at = above(at)) {
            var owner = nameOf(at);
            at.methods().stream()
                    .filter(method ->
                            isAnnotated(method.findAttribute(Attributes.runtimeVisibleAnnotations()), annotation))
                    .map(method -> codeOf(owner, method))
                    .forEach(found::add);
        }
        return found;
    }

    /** Methods of a class itself whose parameters are wanted. */
    public List<Code> taking(String type, Predicate<List<String>> wanted) {
        var model = types.get(type);
        return model == null
                ? List.of()
                : model.methods().stream()
                        .map(method -> codeOf(type, method))
                        .filter(code -> wanted.test(code.taken()))
                        .toList();
    }

    /** Constructors of a class. */
    public List<Code> constructors(String type) {
        return taking(type, _ -> true).stream()
                .filter(code -> code.name().equals(Code.CONSTRUCTOR))
                .toList();
    }

    /** Names of all classes. */
    public Set<String> names() {
        return types.keySet();
    }

    /** Everything that these methods lead to within the classes of the graph, but for what is passed over. */
    public Reach from(List<Code> roots, Predicate<String> passedOver) {
        var calls = new HashSet<Code>();
        var texts = new TreeSet<String>();
        var asked = new TreeSet<String>();
        var seen = new HashSet<Code>(roots);
        var next = new ArrayDeque<Code>(roots);
        while (!next.isEmpty()) {
            var body = body(next.remove());
            texts.addAll(body.texts());
            asked.addAll(body.asked());
            for (var call : body.calls()) {
                calls.add(call);
                targets(call)
                        .filter(target -> !passedOver.test(target.type()))
                        .filter(seen::add)
                        .forEach(next::add);
            }
        }
        return new Reach(seen, calls, texts, asked);
    }

    private Stream<Code> targets(Code call) {
        var declared = types.get(call.type());
        if (declared == null) {
            return Stream.of();
        }
        var all = new ArrayList<Code>();
        for (var at = declared; at != null; at = above(at)) {
            var here = new Code(nameOf(at), call.name(), call.descriptor());
            if (find(at, here).isPresent()) {
                all.add(here);
                break;
            }
        }
        if (!call.name().equals(Code.CONSTRUCTOR)) {
            var lower = new ArrayDeque<>(below.getOrDefault(call.type(), Set.of()));
            while (!lower.isEmpty()) {
                var name = lower.remove();
                all.add(new Code(name, call.name(), call.descriptor()));
                lower.addAll(below.getOrDefault(name, Set.of()));
            }
        }
        return all.stream();
    }

    private Body body(Code code) {
        return bodies.computeIfAbsent(code, wanted -> {
            var body = new Body(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            var model = types.get(wanted.type());
            if (model != null) {
                find(model, wanted).flatMap(MethodModel::code).ifPresent(elements -> {
                    for (CodeElement element : elements) {
                        body.calls().addAll(calls(element));
                        body.asked().addAll(asked(element));
                        if (element instanceof ConstantInstruction constant
                                && constant.constantValue() instanceof String text) {
                            body.texts().add(text);
                        }
                    }
                });
            }
            return body;
        });
    }

    /** A call, or the methods that a lambda or method reference stands for. */
    private static List<Code> calls(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call ->
                List.of(new Code(
                        nameOf(call.owner().asSymbol()),
                        call.name().stringValue(),
                        call.type().stringValue()));
            case InvokeDynamicInstruction call ->
                call.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .filter(handle -> handle.lookupDescriptor().startsWith("("))
                        .map(handle -> new Code(nameOf(handle.owner()), handle.methodName(), handle.lookupDescriptor()))
                        .toList();
            default -> List.of();
        };
    }

    /** The type of an instanceof, or the types of a switch over patterns. */
    private static List<String> asked(CodeElement element) {
        return switch (element) {
            case TypeCheckInstruction check
            when check.opcode() == Opcode.INSTANCEOF ->
                List.of(nameOf(check.type().asSymbol()));
            case InvokeDynamicInstruction call
            when call.name().equalsString("typeSwitch") ->
                call.bootstrapArgs().stream()
                        .filter(ClassDesc.class::isInstance)
                        .map(type -> nameOf((ClassDesc) type))
                        .toList();
            default -> List.of();
        };
    }

    private static Optional<MethodModel> find(ClassModel model, Code wanted) {
        return model.methods().stream()
                .filter(method -> method.methodName().equalsString(wanted.name())
                        && method.methodType().equalsString(wanted.descriptor()))
                .findFirst();
    }

    private @Nullable ClassModel above(ClassModel type) {
        return type.superclass()
                .map(above -> types.get(above.asInternalName().replace('/', '.')))
                .orElse(null);
    }

    private void under(String above, ClassModel type) {
        below.computeIfAbsent(above.replace('/', '.'), _ -> new TreeSet<>()).add(nameOf(type));
    }

    private static boolean isAnnotated(Optional<RuntimeVisibleAnnotationsAttribute> annotations, String wanted) {
        return annotations.stream()
                .flatMap(all -> all.annotations().stream())
                .map(Annotation::classSymbol)
                .anyMatch(symbol -> nameOf(symbol).equals(wanted));
    }

    private static Code codeOf(String type, MethodModel method) {
        return new Code(
                type, method.methodName().stringValue(), method.methodType().stringValue());
    }

    private static String nameOf(ClassModel model) {
        return model.thisClass().asInternalName().replace('/', '.');
    }

    private static String nameOf(ClassDesc type) {
        var descriptor = type.descriptorString();
        return descriptor.startsWith("L")
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : descriptor;
    }
}
