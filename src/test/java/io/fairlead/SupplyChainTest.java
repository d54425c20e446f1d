package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials of a build: it names every library by its contents, and each is under a licence we may pass on. */
class SupplyChainTest {

    private static final String BILL = "META-INF/sbom/application.cdx.json";

    /** Licences that ask for no more than their text; where a library offers several, one of them is enough. */
    private static final Set<String> WELCOME = Set.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "CC0-1.0", "EPL-2.0", "EDL-1.0");

    /** What else comes along, and why it may. */
    private static final Map<String, String> WEIGHED = Map.of(
            "net.sf.jasperreports:jasperreports-fonts", "GNU Lesser General Public License",
            "com.google.re2j:re2j", "Go License");

    /** Words that say nothing of whose a library is. */
    private static final Set<String> GENERAL =
            Set.of("classic", "runtime", "annotation", "simple", "streams", "fonts", "activation");

    private final JsonNode bill = read();

    private static JsonNode read() {
        return JsonMapper.shared()
                .readTree(
                        Sources.ROOT.resolve("src/target/classes").resolve(BILL).toFile());
    }

    private Stream<JsonNode> components() {
        return bill.path("components").valueStream();
    }

    private static String nameOf(JsonNode component) {
        return component.path("group").asString() + ":" + component.path("name").asString();
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(offered -> offered.path("license"))
                .map(licence ->
                        licence.path("id").asString("") + licence.path("name").asString(""))
                .toList();
    }

    @Test
    void every_library_of_a_delivery_stands_in_the_bill_of_materials_with_its_contents() throws Exception {
        var listed = components()
                .collect(Collectors.toMap(
                        component -> component.path("name").asString() + "-"
                                + component.path("version").asString() + ".jar",
                        SupplyChainTest::sha256));

        var differing = new ArrayList<String>();
        var libraries = libraries();
        for (var jar : libraries) {
            var name = jar.getFileName().toString();
            if (!sum(jar).equals(listed.get(name))) {
                differing.add(name + ": " + listed.get(name));
            }
        }
        assertThat(libraries).hasSizeGreaterThan(100);
        assertThat(differing).isEmpty();
    }

    @Test
    void each_library_is_under_a_licence_that_a_delivery_may_carry() {
        var surprising = new TreeMap<String, List<String>>();
        components()
                .filter(component -> !nameOf(component).startsWith("io.fairlead:"))
                .forEach(component -> {
                    var offered = licences(component);
                    var weighed = WEIGHED.get(nameOf(component));
                    if (offered.stream().noneMatch(WELCOME::contains)
                            && !offered.equals(List.of(String.valueOf(weighed)))) {
                        surprising.put(nameOf(component), offered);
                    }
                });
        assertThat(surprising)
                .as("weigh the licence; what may be passed on stands in NOTICE and here")
                .isEmpty();
    }

    @Test
    void a_library_under_another_licence_than_apache_2_stands_in_notice() throws IOException {
        var notice = plain(Files.readString(Sources.ROOT.resolve("NOTICE")));
        assertThat(components()
                        .filter(component -> !nameOf(component).startsWith("io.fairlead:"))
                        .filter(component -> !licences(component).contains("Apache-2.0"))
                        .map(component -> component.path("name").asString())
                        .filter(name -> !isNamed(name, notice)))
                .as("libraries that NOTICE does not name")
                .isEmpty();
        assertThat(isNamed("xz", plain("XZ for Java"))).isTrue();
        assertThat(isNamed("logback-core", plain("Logback (EPL)"))).isTrue();
        assertThat(isNamed("fastcsv", plain("SLF4J, Logback core"))).isFalse();
    }

    private static boolean isNamed(String library, String notice) {
        return notice.contains(plain(library))
                || Stream.of(library.split("[-.]"))
                        .filter(word -> word.length() > 4 && !GENERAL.contains(word))
                        .anyMatch(word -> notice.contains(plain(word)));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    @Test
    void one_reader_of_csv_is_enough() {
        assertThat(components().map(SupplyChainTest::nameOf))
                .contains("de.siegmar:fastcsv")
                .noneMatch(name -> name.startsWith("com.fasterxml.jackson.dataformat:jackson-dataformat-csv"));
    }

    @Test
    void the_bill_is_the_same_for_the_same_sources() {
        assertThat(bill.path("serialNumber").isMissingNode()).isTrue();
        assertThat(bill.path("specVersion").asString()).isEqualTo("1.6");
        assertThat(bill.path("metadata").path("component").path("name").asString())
                .isEqualTo("app");
    }

    private static String sha256(JsonNode component) {
        return component
                .path("hashes")
                .valueStream()
                .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
                .map(hash -> hash.path("content").asString())
                .findFirst()
                .orElse("");
    }

    /** What the build found for the class path of a delivery, our own modules aside. */
    private static List<Path> libraries() throws IOException {
        return Stream.of(Files.readString(Sources.ROOT.resolve("src/target/runtime.classpath"))
                        .strip()
                        .split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.toString().endsWith(".jar"))
                .filter(jar -> !jar.startsWith(Sources.ROOT))
                .toList();
    }

    private static String sum(Path jar) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }
}
