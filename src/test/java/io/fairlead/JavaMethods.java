package io.fairlead;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import io.fairlead.Sources.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** How long methods and constructors are, as the compiler's own parser sees them; read by the checks of the house. */
final class JavaMethods {

    /**
     * One method.
     *
     * @param name with its type: Invoice.decide
     * @param lines from the line with its return type to its last brace; annotations before it are no code
     */
    record Method(String name, int lines) {}

    /** All methods with a body, of nested and anonymous types too. */
    static List<Method> of(List<Source> sources) {
        var files = sources.stream().map(Text::new).toList();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        var found = new ArrayList<Method>();
        try {
            for (var unit : task.parse()) {
                unit.accept(new Reader(unit, Trees.instance(task).getSourcePositions(), found), null);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }

    /** Walks through one file. */
    private static final class Reader extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> found;
        private final Deque<String> types = new ArrayDeque<>();

        Reader(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
            var anonymous = type.getSimpleName().isEmpty();
            if (!anonymous) {
                types.push(type.getSimpleName().toString());
            }
            super.visitClass(type, none);
            if (!anonymous) {
                types.pop();
            }
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            var body = method.getBody();
            if (body != null) {
                var begin = method.getReturnType() == null ? body : method.getReturnType();
                var lines = unit.getLineMap();
                var first = lines.getLineNumber(positions.getStartPosition(unit, begin));
                var last = lines.getLineNumber(positions.getEndPosition(unit, body));
                found.add(new Method(types.peek() + "." + method.getName(), (int) (last - first + 1)));
            }
            return super.visitMethod(method, none);
        }
    }

    /** A file that was read already. */
    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(Source source) {
            super(URI.create("string:///" + source.path().getFileName()), JavaFileObject.Kind.SOURCE);
            this.text = source.text();
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private JavaMethods() {}
}
