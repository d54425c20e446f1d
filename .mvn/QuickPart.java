import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A module's main or test classes as {@link QuickTests} compiles them, into folders of their own: without Error Prone, so
 * that Maven's next run still checks what changed.
 *
 * <p>A changed file is compiled alone while what others see of it stays as it was; else its module is compiled in whole,
 * and the modules above.
 */
record QuickPart(QuickModule module, String kind) {

    static final Path HOME = Path.of(System.getProperty("quick.home")).toAbsolutePath();

    /** A module of the build, in the order of the build. */
    enum QuickModule {
        SCHEMAS("schemas", "schemas/src", List.of()),
        DOMAIN("domain", "domain/src", List.of(SCHEMAS)),
        PROJECTIONS("projections", "projections/src", List.of(SCHEMAS)),
        GATEWAYS("gateways", "gateways/src", List.of(SCHEMAS, DOMAIN)),
        APP("src", "src", List.of(SCHEMAS, DOMAIN, PROJECTIONS, GATEWAYS));

        final Path folder;
        final Path sources;
        final List<QuickModule> below;

        QuickModule(String folder, String sources, List<QuickModule> below) {
            this.folder = HOME.resolve(folder);
            this.sources = HOME.resolve(sources);
            this.below = below;
        }

        Path quick() {
            return folder.resolve("target/quick");
        }

        QuickPart main() {
            return new QuickPart(this, "main");
        }

        QuickPart test() {
            return new QuickPart(this, "test");
        }
    }

    Path classes() {
        return module.quick().resolve(kind);
    }

    Path resources() {
        return module.sources.resolve(kind + "/resources");
    }

    /** The parts this one is compiled against. */
    List<QuickPart> below() {
        var parts = new ArrayList<QuickPart>();
        if (kind.equals("test")) {
            parts.add(module.main());
            module.below.forEach(other -> parts.add(other.test()));
        }
        module.below.forEach(other -> parts.add(other.main()));
        return parts;
    }

    List<Path> sourceFolders() {
        var own = module.sources.resolve(kind + "/java");
        var generated = kind.equals("main") ? "target/generated-sources" : "target/generated-test-sources";
        return List.of(own, module.folder.resolve(generated));
    }

    /** Compiles what changed since the last run. */
    static void upToDate(QuickPart part) {
        try {
            var state = part.module().quick().resolve(part.kind() + ".state");
            var against = against(part);
            var now = fingerprints(part);
            var before = Files.exists(state) ? Files.readAllLines(state) : List.<String>of();
            var former = new TreeMap<String, String>();
            before.stream().skip(1).map(line -> line.split("\t")).forEach(pair -> former.put(pair[0], pair[1]));
            var whole = before.isEmpty()
                    || !before.getFirst().equals(against)
                    || !now.keySet().containsAll(former.keySet());
            var changed = now.keySet().stream()
                    .filter(file -> !now.get(file).equals(former.get(file)))
                    .toList();
            if (!whole && changed.isEmpty()) {
                return;
            }
            Files.deleteIfExists(state); // A run that is stopped in between compiles in whole the next time.
            if (whole || !changed.stream().allMatch(former::containsKey) || !compiledAlone(part, changed)) {
                compileWhole(part, List.copyOf(now.keySet()));
            }
            var lines = new ArrayList<String>(List.of(against));
            now.forEach((file, print) -> lines.add(file + "\t" + print));
            Files.write(state, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the parts below look like from outside; when it changes, this one is compiled in whole. */
    private static String against(QuickPart part) throws IOException {
        var text = new StringBuilder(libraries(part.module()));
        for (var other : part.below()) {
            var outside = other.module().quick().resolve(other.kind() + ".outside");
            text.append(Files.exists(outside) ? Files.readString(outside) : "");
        }
        return Integer.toHexString(text.toString().hashCode()) + "-" + text.length();
    }

    private static boolean compiledAlone(QuickPart part, List<String> files) throws IOException {
        var before = outside(part);
        if (!javac(part, files, false)) {
            return false; // In whole again: the fault may be that a file saw an old class.
        }
        return outside(part).equals(before);
    }

    private static void compileWhole(QuickPart part, List<String> files) throws IOException {
        System.err.println("fairlead: compiling " + part.module().folder.getFileName() + " (" + part.kind() + ", "
                + files.size() + " files)");
        if (Files.exists(part.classes())) {
            try (var old = Files.walk(part.classes())) {
                for (var file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(part.classes());
        if (!files.isEmpty() && !javac(part, files, true)) {
            throw QuickTests.failed("it does not compile");
        }
        Files.writeString(part.module().quick().resolve(part.kind() + ".outside"), hash(outside(part)));
    }

    private static boolean javac(QuickPart part, List<String> files, boolean loud) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var path = classPath(part, true);
        var arguments = List.of(
                "--release", "25", "-parameters", "-proc:none", "-nowarn", "-implicit:none", "-g",
                "-d", part.classes().toString(), "-cp", part.classes() + ":" + path);
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromStrings(files);
            var faults = new StringWriter();
            var right = compiler.getTask(faults, manager, null, arguments, null, units).call();
            if (loud && !right) {
                faults.toString().lines().filter(line -> !line.startsWith("Note:")).forEach(System.err::println);
            }
            return right;
        }
    }

    /** All that other classes can see of a part's classes. */
    private static Map<String, String> outside(QuickPart part) throws IOException {
        var all = new TreeMap<String, String>();
        if (Files.exists(part.classes())) {
            try (var files = Files.walk(part.classes())) {
                for (var file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                    var model = ClassFile.of().parse(file);
                    if (!model.flags().has(AccessFlag.SYNTHETIC)) {
                        all.put(part.classes().relativize(file).toString(), outside(model));
                    }
                }
            }
        }
        return all;
    }

    private static String outside(ClassModel model) {
        var lines = new TreeSet<String>();
        lines.add(model.flags().flagsMask() + " " + model.superclass() + model.interfaces());
        model.findAttribute(Attributes.signature()).ifPresent(it -> lines.add("s " + it.signature()));
        model.findAttribute(Attributes.permittedSubclasses()).ifPresent(it -> lines.add("p " + it.permittedSubclasses()));
        model.findAttribute(Attributes.record()).ifPresent(it -> it.components()
                .forEach(component -> lines.add("r " + component.name() + component.descriptor())));
        for (var field : model.fields()) {
            if (!field.flags().has(AccessFlag.PRIVATE)) {
                lines.add("f " + field.flags().flagsMask() + field.fieldName() + field.fieldType()
                        + field.findAttribute(Attributes.signature()).map(it -> it.signature().toString())
                        + field.findAttribute(Attributes.constantValue()).map(it -> it.constant().toString()));
            }
        }
        for (var method : model.methods()) {
            if (!method.flags().has(AccessFlag.PRIVATE) && !method.flags().has(AccessFlag.SYNTHETIC)) {
                lines.add("m " + method.flags().flagsMask() + method.methodName() + method.methodType()
                        + method.findAttribute(Attributes.signature()).map(it -> it.signature().toString())
                        + method.findAttribute(Attributes.exceptions()).map(it -> it.exceptions().toString()));
            }
        }
        return String.join("\n", lines);
    }

    private static String hash(Map<String, String> outside) {
        return Integer.toHexString(outside.hashCode()) + "-" + outside.size() + ";";
    }

    static String classPath(QuickPart part, boolean compiling) throws IOException {
        var entries = new LinkedHashSet<String>();
        for (var other : part.below()) {
            entries.add(other.classes().toString());
            if (!compiling && Files.exists(other.resources())) {
                entries.add(other.resources().toString());
            }
        }
        return String.join(":", entries) + ":" + libraries(part.module());
    }

    /** The jars that Maven named, without our own modules. */
    private static String libraries(QuickModule module) throws IOException {
        var named = Files.readString(module.quick().resolve("classpath")).strip();
        return Stream.of(named.split(":"))
                .filter(entry -> entry.endsWith(".jar") && !Path.of(entry).startsWith(HOME))
                .collect(Collectors.joining(":"));
    }

    private static Map<String, String> fingerprints(QuickPart part) throws IOException {
        var prints = new TreeMap<String, String>();
        for (var file : javaFiles(part.sourceFolders())) {
            prints.put(file.toString(), Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file));
        }
        return prints;
    }

    static List<Path> javaFiles(List<Path> folders) {
        var all = new ArrayList<Path>();
        for (var folder : folders) {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return all;
    }
}
