package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.Fairlead;
import io.fairlead.cli.LabCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** What a firm runs has nothing of the lab in it, and works without it: the compiled classes, less those of the lab's jar. */
class DeliveryTest {

    private record Ended(int code, String out, String err) {}

    private static final String SERVICES = "META-INF/services/" + LabCommand.class.getName();
    private static final Set<String> LAB_COMMANDS = Set.of("demo", "idp", "faults", "bench", "contracts");

    /** Those that stand below a group, which a delivery has with what is left of it. */
    private static final Set<String> LAB_COMMANDS_OF_GROUPS =
            Set.of("schemas check", "schemas diff", "schemas impact", "schemas release");

    private static final Pattern LISTED = Pattern.compile("(?m)^  ([\\w-]+) ");

    @TempDir
    private Path folder;

    @Test
    void the_build_puts_into_the_jar_of_the_lab_what_it_leaves_out_of_the_other() throws Exception {
        var lab = Stream.concat(
                        RoomRules.LAB_PACKAGES.stream().map("io/fairlead/%s/**"::formatted), Stream.of(SERVICES))
                .collect(Collectors.toSet());
        assertThat(ofJarPlugin("default-jar", "exclude"))
                .as("excludes of maven-jar-plugin in src/pom.xml, beside RoomRules.LAB_PACKAGES")
                .isEqualTo(lab);
        assertThat(ofJarPlugin("lab", "include"))
                .as("includes of maven-jar-plugin in src/pom.xml, beside RoomRules.LAB_PACKAGES")
                .isEqualTo(lab);
    }

    @Test
    void every_command_that_the_lab_adds_stands_in_a_package_of_its_jar() throws IOException {
        assertThat(Files.readAllLines(Sources.ROOT.resolve("src/main/resources").resolve(SERVICES)))
                .hasSize(LAB_COMMANDS.size() + LAB_COMMANDS_OF_GROUPS.size())
                .allMatch(name -> RoomRules.LAB_PACKAGES.contains(name.split("\\.")[2]));
    }

    @Test
    void a_delivery_lists_the_commands_of_a_checkout_less_those_of_the_lab() throws Exception {
        var checkout = new ArrayList<>(Fairlead.commandLine().getSubcommands().keySet());
        assertThat(checkout).containsAll(LAB_COMMANDS);
        checkout.removeAll(LAB_COMMANDS);

        var help = delivery("--help");

        assertThat(help.code()).as(help.err()).isZero();
        assertThat(LISTED.matcher(help.out()).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(checkout);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --once --json",
                "faults race --seed 7",
                "bench append --help",
                "bench",
                "schemas check --json"
            })
    void a_command_of_the_lab_says_that_a_delivery_does_not_have_it(String line) throws Exception {
        var refused = delivery(line.split(" "));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .contains("belongs to the lab", "in a checkout: ./fairlead " + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "up --detach"})
    void a_delivery_starts_nothing_before_it_knows_an_erp(String line) throws Exception {
        var refused = delivery(line.split(" "));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .contains("FAIRLEAD_ERP_URL", "the sandbox ERP belongs to the lab");
        assertThat(folder.resolve("data/ports.properties")).doesNotExist();
    }

    private static Set<String> ofJarPlugin(String execution, String element) throws Exception {
        var pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Sources.ROOT.resolve("src/pom.xml").toFile());
        var place = "//plugin[artifactId='maven-jar-plugin']//execution[id='%s']//%s".formatted(execution, element);
        var found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(place, pom, XPathConstants.NODESET);
        var texts = new TreeSet<String>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().strip());
        }
        return texts;
    }

    private Ended delivery(String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Djava.io.tmpdir=" + folder);
        command.add(Fairlead.class.getName());
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FAIRLEAD_"));
        builder.environment().put("CLASSPATH", classPath());
        builder.environment().put("FAIRLEAD_DATA", folder.resolve("data").toString());
        var code = builder.start().waitFor();
        return new Ended(code, Files.readString(out), Files.readString(err));
    }

    /** Ours without tests; folders that hold something of the lab are replaced by copies without it. */
    private String classPath() throws Exception {
        var tests = Path.of(DeliveryTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry).toAbsolutePath();
            if (Files.isDirectory(path) && !path.equals(tests)) {
                entries.add(withoutLab(path, folder.resolve("classes-" + entries.size()))
                        .toString());
            } else if (!path.equals(tests)) {
                entries.add(path.toString());
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path withoutLab(Path classes, Path copy) throws IOException {
        var lab = RoomRules.LAB_PACKAGES.stream()
                .map(name -> classes.resolve("io/fairlead/" + name))
                .collect(Collectors.toSet());
        lab.add(classes.resolve(SERVICES));
        if (lab.stream().noneMatch(Files::exists)) {
            return classes;
        }
        Files.walkFileTree(classes, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (lab.contains(from)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(classes.relativize(from)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                if (!lab.contains(from)) {
                    Files.copy(from, copy.resolve(classes.relativize(from)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return copy;
    }
}
